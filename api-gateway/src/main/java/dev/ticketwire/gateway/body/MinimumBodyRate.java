package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.call.Call;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** The minimum rate of request bodies, so that a client that sends byte by byte does not hold memory for long. */
@Singleton
public class MinimumBodyRate {
    private final long patienceMillis;
    private final long slowest;
    private final Counter tooSlow;

    MinimumBodyRate(BodyLimits limits, MeterRegistry meters) {
        this.patienceMillis = limits.patience().toMillis();
        this.slowest = Math.max(1, limits.slowest().asLongValue());
        this.tooSlow = meters.counter("ticketwire.clients.slow", "part", "body");
    }

    /**
     * The time a body may still take, in ms; 0 or less if it is too slow.
     *
     * @param bytes received so far
     * @param startNanos when the body could start, {@code System.nanoTime}
     */
    public long leftMillis(long bytes, long startNanos) {
        long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
        return patienceMillis + bytes * 1000L / slowest - passed;
    }

    /** The answer to a body that is too slow; counts it. Over HTTP/1 the connection closes after it. */
    public Refusal tooSlow(Call call) {
        tooSlow.increment();
        if (call.request().version() != HttpVersion.HTTP_2) {
            if (!call.request().response().headWritten()) {
                call.request().response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            // Otherwise the connection would wait for the rest of the body.
            call.onEnd(() -> call.request().connection().close());
        }
        return Refusal.of(ProblemCode.BODY_TOO_SLOW, "The body comes too slowly");
    }
}
