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

/** How fast a body has to come: a client that sends byte by byte would keep its place for as long as it likes. */
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
     * How much longer a body may take, in ms; 0 or less if it comes too slowly.
     *
     * @param bytes of it that have come
     * @param startNanos when the first of them could
     */
    public long leftMillis(long bytes, long startNanos) {
        long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
        return patienceMillis + bytes * 1000L / slowest - passed;
    }

    /** What a client is told whose body comes too slowly. Over HTTP/1 its connection ends with that. */
    public Refusal tooSlow(Call call) {
        tooSlow.increment();
        if (call.request().version() != HttpVersion.HTTP_2) {
            if (!call.request().response().headWritten()) {
                call.request().response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            // Else it would be kept for the rest of the body.
            call.afterwards(() -> call.request().connection().close());
        }
        return Refusal.of(ProblemCode.BODY_TOO_SLOW, "The body comes too slowly");
    }
}
