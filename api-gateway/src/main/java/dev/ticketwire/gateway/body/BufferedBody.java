package dev.ticketwire.gateway.body;

import io.vertx.core.buffer.Buffer;
import java.util.concurrent.atomic.AtomicLong;

/** A request body in memory. Its owner releases it when nothing of it is needed any more. */
public final class BufferedBody {
    private final Buffer bytes;
    private final AtomicLong budget;
    private final AtomicLong reserved;

    BufferedBody(Buffer bytes, AtomicLong budget, long reserved) {
        this.bytes = bytes;
        this.budget = budget;
        this.reserved = new AtomicLong(reserved);
    }

    public Buffer bytes() {
        return bytes;
    }

    /** Returns its bytes to the budget; further calls do nothing. */
    public void release() {
        budget.addAndGet(-reserved.getAndSet(0));
    }
}
