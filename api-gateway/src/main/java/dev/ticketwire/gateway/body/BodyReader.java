package dev.ticketwire.gateway.body;

import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
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

/** Reads bodies as long as there is room for them: one too large is a 413, one too slow a 408, one too many a 503. */
@ApplicationScoped
public class BodyReader {
    private static final Logger LOG = Logger.getLogger(BodyReader.class);
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Responses answers;
    private final long largest;
    private final long room;
    private final long aside;
    private final MinimumBodyRate pace;
    private final AtomicLong taken;

    BodyReader(Vertx vertx, Responses answers, BodyLimits limits, MinimumBodyRate pace, MeterRegistry meters) {
        this.vertx = vertx;
        this.answers = answers;
        this.largest = limits.largest().asLongValue();
        this.room = limits.inFlight().asLongValue();
        this.aside = limits.decodeAside().asLongValue();
        this.pace = pace;
        this.taken = meters.gauge("ticketwire.bodies.bytes", new AtomicLong());
    }

    /**
     * Reads the body and hands it over on the call's event loop; answers the call itself where it cannot. Must be called
     * in the turn in which the request came in.
     */
    public void read(Call call, Consumer<BufferedBody> then) {
        Refusal tooLarge = Refusal.of(ProblemCode.BODY_TOO_LARGE, "The body is larger than " + largest + " bytes");
        new Reading(call, largest, tooLarge, then).start();
    }

    /** As {@link #read}, for a caller who will be refused: only what needs next to no room is read before that is said. */
    public void readLittle(Call call, Refusal refusal, Consumer<BufferedBody> then) {
        new Reading(call, Math.min(largest, aside), refusal, then).start();
    }

    /**
     * Decodes a body, a large one off the event loop, and hands over what came of it on the event loop. {@code decode}
     * may throw {@link Refused}; then the body is released and the call answered.
     */
    public <T> void decode(Call call, BufferedBody body, Supplier<T> decode, Consumer<T> then) {
        if (body.bytes().length() < aside) {
            T decoded;
            try {
                decoded = decode.get();
            } catch (RuntimeException e) {
                refuse(call, body, e);
                return;
            }
            then.accept(decoded);
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
        if (taken.addAndGet(bytes) <= room) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    private final class Reading {
        private final Call call;
        private final long most;
        private final Refusal beyond;
        private final Consumer<BufferedBody> then;
        private Buffer bytes = Buffer.buffer();
        private final long start = System.nanoTime();
        private long timer = NO_TIMER;
        private long reserved;
        private boolean over;

        /** @param beyond what is answered where there are more than {@code most} bytes */
        Reading(Call call, long most, Refusal beyond, Consumer<BufferedBody> then) {
            this.call = call;
            this.most = most;
            this.beyond = beyond;
            this.then = then;
        }

        void start() {
            HttpServerRequest request = call.request();
            String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            long announced = length == null ? 0 : Long.parseLong(length);
            if (!grow(announced)) {
                return;
            }
            bytes = Buffer.buffer((int) announced);
            timer = vertx.setTimer(Math.max(1, pace.leftMillis(0, start)), ignored -> hurry());
            request.handler(this::chunk);
            request.endHandler(ignored -> end());
            request.exceptionHandler(ignored -> stop());
            request.resume();
        }

        /** Gives up a body that comes too slowly; else looks again when the rest of its time has passed. */
        private void hurry() {
            if (over) {
                return;
            }
            long left = pace.leftMillis(bytes.length(), start);
            if (left > 0) {
                timer = vertx.setTimer(left, ignored -> hurry());
                return;
            }
            refuse(pace.tooSlow(call));
        }

        /** Makes sure that {@code total} bytes are reserved; answers and stops where they cannot be. */
        private boolean grow(long total) {
            if (total > most) {
                refuse(beyond);
                return false;
            }
            if (total > reserved && !reserve(total - reserved)) {
                refuse(Refusal.unavailable("Too many large requests at once, try again later"));
                return false;
            }
            reserved = Math.max(reserved, total);
            return true;
        }

        /** The rest of the body will not be read: over HTTP/1 nothing can follow it. */
        private void refuse(Refusal refusal) {
            stop();
            if (call.request().version() != HttpVersion.HTTP_2) {
                call.request().response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            answers.refuse(call, refusal);
        }

        private void chunk(Buffer chunk) {
            if (!over && grow(Math.max(reserved, bytes.length() + (long) chunk.length()))) {
                bytes.appendBuffer(chunk);
            }
        }

        private void end() {
            if (!over) {
                over();
                Buffer read = bytes;
                bytes = Buffer.buffer();
                then.accept(new BufferedBody(read, taken, reserved));
            }
        }

        private void over() {
            over = true;
            if (timer != NO_TIMER) {
                vertx.cancelTimer(timer);
            }
        }

        private void stop() {
            if (!over) {
                over();
                bytes = Buffer.buffer();
                taken.addAndGet(-reserved);
            }
        }
    }
}
