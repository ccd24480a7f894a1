package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Responses;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads request bodies into memory within a budget. A body that is too large is answered with 413, one that is too slow
 * with 408, and one for which the budget has no room with 503.
 *
 * <p>Own code, because the body handler of Vert.x has no budget over all requests and no minimum rate.
 */
@ApplicationScoped
public class BodyReader {
    private static final Logger LOG = Logger.getLogger(BodyReader.class);
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Responses answers;
    private final long largest;
    private final long budget;
    private final long offloadFrom;
    private final MinimumBodyRate minimumRate;
    private final AtomicLong reservedInAll;

    BodyReader(Vertx vertx, Responses answers, BodyLimits limits, MinimumBodyRate minimumRate, MeterRegistry meters) {
        this.vertx = vertx;
        this.answers = answers;
        this.largest = limits.largest().asLongValue();
        this.budget = limits.inFlight().asLongValue();
        this.offloadFrom = limits.decodeAside().asLongValue();
        this.minimumRate = minimumRate;
        this.reservedInAll = meters.gauge("ticketwire.bodies.bytes", new AtomicLong());
    }

    /**
     * Reads the body and passes it to {@code then} on the call's event loop; answers the call if the body cannot be
     * read. Must be called in the event-loop turn in which the request arrived.
     *
     * @param refusal for a caller who will be refused after the body has been checked, else null: then only a
     *     small body is read, and a larger one is answered with the refusal at once
     */
    public void read(Call call, @Nullable Refusal refusal, Consumer<BufferedBody> then) {
        if (refusal == null) {
            Refusal tooLarge = Refusal.of(ProblemCode.BODY_TOO_LARGE, "The body is larger than " + largest + " bytes");
            new BodyRead(call, largest, tooLarge, then).start();
        } else {
            new BodyRead(call, Math.min(largest, offloadFrom), refusal, then).start();
        }
    }

    /** As {@link #read(Call, Refusal, Consumer)}, of a body of at most {@code most} bytes, if that is less. */
    public void read(Call call, long most, Consumer<BufferedBody> then) {
        long limit = Math.min(largest, most);
        Refusal tooLarge = Refusal.of(ProblemCode.BODY_TOO_LARGE, "The body is larger than " + limit + " bytes");
        new BodyRead(call, limit, tooLarge, then).start();
    }

    /**
     * Decodes a body, a large one off the event loop, and passes the result to {@code then} on the event loop. If
     * {@code decode} throws {@link Refused}, the body is released and the call answered.
     */
    public <T> void decode(Call call, BufferedBody body, Supplier<T> decode, Consumer<T> then) {
        if (body.bytes().length() < offloadFrom) {
            decodeHere(call, body, decode, then);
            return;
        }
        vertx.executeBlocking(decode::get, false)
                .onComplete(result -> call.context().runOnContext(ignored -> {
                    if (result.succeeded()) {
                        then.accept(result.result());
                    } else {
                        refuse(call, body, result.cause());
                    }
                }));
    }

    private <T> void decodeHere(Call call, BufferedBody body, Supplier<T> decode, Consumer<T> then) {
        T decoded;
        try {
            decoded = decode.get();
        } catch (RuntimeException e) {
            refuse(call, body, e);
            return;
        }
        then.accept(decoded);
    }

    private void refuse(Call call, BufferedBody body, Throwable failure) {
        body.release();
        if (failure instanceof Refused refused) {
            answers.refuseContent(call, refused.refusal());
        } else {
            LOG.error("a body could not be decoded", failure);
            answers.refuse(call, Refusal.internalError());
        }
    }

    private boolean reserve(long bytes) {
        if (reservedInAll.addAndGet(bytes) <= budget) {
            return true;
        }
        reservedInAll.addAndGet(-bytes);
        return false;
    }

    private final class BodyRead {
        private final Call call;
        private final long limit;
        private final Refusal tooLarge;
        private final Consumer<BufferedBody> then;
        private Buffer bytes = Buffer.buffer();
        private final long start = System.nanoTime();
        private long timer = NO_TIMER;
        private long reserved;
        private boolean finished;

        /** @param tooLarge the answer to a body of more than {@code limit} bytes */
        BodyRead(Call call, long limit, Refusal tooLarge, Consumer<BufferedBody> then) {
            this.call = call;
            this.limit = limit;
            this.tooLarge = tooLarge;
            this.then = then;
        }

        void start() {
            HttpServerRequest request = call.request();
            String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            long declared = length == null ? 0 : Long.parseLong(length);
            if (!reserveUpTo(declared)) {
                return;
            }
            bytes = Buffer.buffer((int) declared);
            timer = vertx.setTimer(Math.max(1, minimumRate.leftMillis(0, start)), ignored -> checkPace());
            request.handler(this::chunk);
            request.endHandler(ignored -> end());
            request.exceptionHandler(ignored -> stop());
            request.resume();
        }

        /** Refuses a body that is too slow; otherwise checks again when its time is up. */
        private void checkPace() {
            if (finished) {
                return;
            }
            long left = minimumRate.leftMillis(bytes.length(), start);
            if (left > 0) {
                timer = vertx.setTimer(left, ignored -> checkPace());
                return;
            }
            refuse(minimumRate.tooSlow(call));
        }

        /** Reserves {@code total} bytes in all for this body; answers and stops if that is not possible. */
        private boolean reserveUpTo(long total) {
            if (total > limit) {
                refuse(tooLarge);
                return false;
            }
            if (total > reserved && !reserve(total - reserved)) {
                refuse(Refusal.unavailable("Too many large requests at once, try again later"));
                return false;
            }
            reserved = Math.max(reserved, total);
            return true;
        }

        /** Over HTTP/1 the connection closes, since the rest of the body is not read. */
        private void refuse(Refusal refusal) {
            stop();
            if (call.request().version() != HttpVersion.HTTP_2) {
                call.request().response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            answers.refuse(call, refusal);
        }

        private void chunk(Buffer chunk) {
            if (!finished && reserveUpTo(Math.max(reserved, bytes.length() + (long) chunk.length()))) {
                bytes.appendBuffer(chunk);
            }
        }

        private void end() {
            if (!finished) {
                finish();
                Buffer read = bytes;
                bytes = Buffer.buffer();
                then.accept(new BufferedBody(read, reservedInAll, reserved));
            }
        }

        private void finish() {
            finished = true;
            if (timer != NO_TIMER) {
                vertx.cancelTimer(timer);
            }
        }

        private void stop() {
            if (!finished) {
                finish();
                bytes = Buffer.buffer();
                reservedInAll.addAndGet(-reserved);
            }
        }
    }
}
