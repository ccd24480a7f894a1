package dev.ticketwire.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that hangs, of two connections, which is left alone after two failures. */
class ReadServiceClientTest {
    private static final int CLOSED = 0;
    private static final int ON_TRIAL = 1;
    private static final int OPEN = 2;
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final HttpServer server =
            done(vertx.createHttpServer().requestHandler(hanging -> {}).listen(0, "127.0.0.1"));
    private final ReadServiceClient service = new ReadServiceClient(
            "hanging", URI.create("http://127.0.0.1:" + server.actualPort()), vertx, new TwoFailures(), meters);

    @AfterEach
    void end() {
        service.close();
        done(vertx.close());
    }

    @Test
    void thatItsConnectionsAreTakenEndsNoRowOfFailuresAndIsNoneItself() {
        awaitFailure(ask(SHORT));
        ask(LONG);
        Future<HttpClientResponse> failing = ask(Duration.ofSeconds(2));

        assertThat(awaitFailure(ask(SHORT))).isInstanceOf(ReadServiceClient.Full.class);
        assertThat(circuit()).isEqualTo(CLOSED);
        assertThat(awaitFailure(failing)).isNotInstanceOf(ReadServiceClient.Full.class);

        awaitCircuit(OPEN);
    }

    @Test
    void thatItsConnectionsAreTakenDoesNotMakeAServiceWellThatIsOnTrial() {
        ask(LONG);
        awaitFailure(ask(SHORT));
        Future<HttpClientResponse> failing = ask(SHORT);
        // Gets the connection that the failing one leaves.
        ask(LONG);
        awaitFailure(failing);
        awaitCircuit(ON_TRIAL);

        assertThat(awaitFailure(ask(SHORT))).isInstanceOf(ReadServiceClient.Full.class);

        awaitCircuit(OPEN);
    }

    private Future<HttpClientResponse> ask(Duration patience) {
        return service.send(HttpMethod.GET, "/", MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(), patience);
    }

    private static Throwable awaitFailure(Future<?> future) {
        Awaitility.await().until(future::isComplete);
        return future.cause();
    }

    private void awaitCircuit(int state) {
        Awaitility.await().until(() -> circuit() == state);
    }

    private int circuit() {
        return (int) meters.get("ticketwire.service.circuit").gauge().value();
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static final class TwoFailures implements ReadSettings {
        @Override
        public Duration timeout() {
            return LONG;
        }

        @Override
        public Duration stalled() {
            return LONG;
        }

        @Override
        public int inFlight() {
            return 100;
        }

        @Override
        public int connections() {
            return 2;
        }

        @Override
        public int waiting() {
            return 100;
        }

        @Override
        public int failures() {
            return 2;
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(1);
        }
    }
}
