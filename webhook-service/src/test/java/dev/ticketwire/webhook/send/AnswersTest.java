package dev.ticketwire.webhook.send;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.webhook.send.Attempt.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a receiver does, the attempt ends, within its bounds. */
class AnswersTest {
    private static final TestSettings SETTINGS = TestSettings.allowing("127.0.0.0/8");
    private final SendingKit kit = new SendingKit(SETTINGS);
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void close() {
        over.countDown();
        kit.close();
    }

    @Test
    void theStatusAndTheBeginningOfTheBodyAreKept() {
        try (Receiver receiver =
                Receiver.answering("HTTP/1.1 202 Accepted\r\nContent-Length: 3000\r\n\r\n" + "x".repeat(3_000))) {
            Attempt attempt = kit.send(receiver.url());

            assertThat(attempt.isSuccess()).isTrue();
            assertThat(attempt.status()).isEqualTo(202);
            assertThat(attempt.answer()).hasSize(1_024).containsOnly('x');
            assertThat(attempt.error()).isNull();
            assertThat(attempt.duration()).isPositive();
            assertThat(attempt.started()).isBefore(Instant.now());
        }
    }

    @Test
    void theRequestIsAPostWithTheHeadersOfADelivery() {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            kit.send(new Target(
                    URI.create(receiver.url()), Map.of("Authorization", "Bearer x"), List.of(SendingKit.SECRET)));

            Receiver.Request request = receiver.requests.getFirst();
            assertThat(request.head()).startsWith("POST /hook?a=b HTTP/1.1\r\n");
            assertThat(request.body()).isEqualTo(SendingKit.MESSAGE.body());
            assertThat(request.header("Host")).isEqualTo("127.0.0.1:" + receiver.port());
            assertThat(request.header("Content-Type")).isEqualTo("application/json");
            assertThat(request.header("User-Agent")).isEqualTo("Ticketwire-Webhooks/1.2.3");
            assertThat(request.header("Authorization")).isEqualTo("Bearer x");
            assertThat(request.header("webhook-id")).isEqualTo(SendingKit.MESSAGE.id());
            assertThat(request.header("Accept-Encoding")).isEmpty();
            assertThat(request.header("traceparent")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"410, true", "404, false", "500, false", "101, false", "200, false"})
    void goneIsToldFromOtherStatuses(int status, boolean isGone) {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n")) {
            Attempt attempt = kit.send(receiver.url());

            assertThat(attempt.status()).isEqualTo(status);
            assertThat(attempt.isGone()).isEqualTo(isGone);
            assertThat(attempt.isSuccess()).isEqualTo(status == 200);
        }
    }

    @Test
    void retryAfterIsKept() {
        try (Receiver receiver =
                Receiver.answering("HTTP/1.1 503 X\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(kit.send(receiver.url()).retryAfter()).isEqualTo(Duration.ofMinutes(2));
        }
        Instant now = Instant.parse("2026-11-30T12:00:00Z");
        assertThat(RetryAfter.parse("Mon, 30 Nov 2026 12:01:00 GMT", now)).isEqualTo(Duration.ofMinutes(1));
        assertThat(RetryAfter.parse("Mon, 30 Nov 2026 11:00:00 GMT", now)).isZero();
        assertThat(RetryAfter.parse("soon", now)).isNull();
        assertThat(RetryAfter.parse("-1", now)).isNull();
        assertThat(RetryAfter.parse(null, now)).isNull();
    }

    @Test
    void aReceiverThatDoesNotAnswerTimesOut() {
        try (SendingKit hurried = new SendingKit(SETTINGS.within(Duration.ofMillis(300)));
                Receiver receiver = Receiver.on("127.0.0.1", 0, (out, socket) -> awaitEnd())) {
            Attempt attempt = hurried.send(receiver.url());

            assertThat(attempt.error()).isEqualTo(Failure.TIMED_OUT);
            assertThat(attempt.status()).isZero();
            assertThat(attempt.duration()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void aNameServerThatDoesNotAnswerTimesOut() {
        HostLookup lookup = new HostLookup(
                name -> {
                    awaitEnd();
                    return List.of();
                },
                Duration.ZERO);
        assertThat(lookup.addresses("slow.example")).isNotDone();
        over.countDown();
        assertThat(lookup.addresses("slow.example").join()).isEmpty();
        lookup.close();
    }

    @Test
    void anEndlessBodyIsCutOffAndTheConnectionClosed() {
        CountDownLatch closed = new CountDownLatch(1);
        try (Receiver receiver = Receiver.on("127.0.0.1", 0, (out, socket) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(ISO_8859_1));
            try {
                while (true) {
                    out.write(("400\r\n" + "y".repeat(1_024) + "\r\n").getBytes(ISO_8859_1));
                }
            } catch (IOException e) {
                closed.countDown();
                throw e;
            }
        })) {
            Attempt attempt = kit.send(receiver.url());

            assertThat(attempt.status()).isEqualTo(200);
            assertThat(attempt.answer()).hasSize(1_024);
            Awaitility.await().until(() -> closed.getCount() == 0);
        }
    }

    @Test
    void aBodyThatDripsEndsWithTheTime() {
        try (SendingKit hurried = new SendingKit(SETTINGS.within(Duration.ofMillis(300)));
                Receiver receiver = Receiver.on("127.0.0.1", 0, (out, socket) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc".getBytes(ISO_8859_1));
                    out.flush();
                    awaitEnd();
                })) {
            Attempt attempt = hurried.send(receiver.url());

            assertThat(attempt.status()).isEqualTo(200);
            assertThat(attempt.answer()).isEqualTo("abc".getBytes(ISO_8859_1));
        }
    }

    @Test
    void aBodyThatIsCutOffDoesNotUndoTheStatus() {
        try (Receiver receiver = Receiver.on("127.0.0.1", 0, (out, socket) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc".getBytes(ISO_8859_1));
            socket.close();
        })) {
            Attempt attempt = kit.send(receiver.url());

            assertThat(attempt.status()).isEqualTo(200);
            assertThat(attempt.answer()).isEqualTo("abc".getBytes(ISO_8859_1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HELLO\r\n\r\n",
                "220 mail.example ESMTP\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1 99999 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 -20 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/9.9 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
            })
    void anAnswerThatIsNotHttpIsInvalid(String answer) {
        try (Receiver receiver = Receiver.on("127.0.0.1", 0, (out, socket) -> {
            out.write(answer.getBytes(ISO_8859_1));
            socket.shutdownOutput();
        })) {
            assertThat(kit.send(receiver.url()).error()).isEqualTo(Failure.ANSWER_INVALID);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Large: ", ""})
    void headersOrAStatusLineWithoutEndAreInvalid(String header) {
        try (Receiver receiver = Receiver.answering(
                "HTTP/1.1 200 " + (header.isEmpty() ? "" : "OK\r\n" + header) + "z".repeat(100_000))) {
            assertThat(kit.send(receiver.url()).error()).isEqualTo(Failure.ANSWER_INVALID);
        }
    }

    @Test
    void aReceiverThatClosesWithoutAnAnswerHasNoConnection() {
        try (Receiver receiver = Receiver.on("127.0.0.1", 0, (out, socket) -> socket.close())) {
            assertThat(kit.send(receiver.url()).error()).isEqualTo(Failure.CONNECTION_FAILED);
            assertThat(receiver.requests).hasSize(1);
        }
    }

    @Test
    void aPortWhereNobodyListensHasNoConnection() {
        Receiver receiver = Receiver.answering(Receiver.OK);
        receiver.close();

        assertThat(kit.send(receiver.url()).error()).isEqualTo(Failure.CONNECTION_FAILED);
    }

    @Test
    void aKeptConnectionThatWasClosedMeanwhileIsNoFailure() {
        try (Receiver receiver = Receiver.on("127.0.0.1", 0, (out, socket) -> {
            if (socket.getKeepAlive()) {
                socket.close();
            } else {
                socket.setKeepAlive(true);
                out.write(Receiver.OK.getBytes(ISO_8859_1));
            }
        })) {
            Awaitility.await().until(() -> {
                assertThat(kit.send(receiver.url()).status()).isEqualTo(200);
                return receiver.requests.size() > receiver.connections.get();
            });
        }
    }

    @Test
    void aCompressedAnswerIsNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[1_000_000]);
        }
        try (Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                + packed.size() + "\r\n\r\n" + packed.toString(ISO_8859_1))) {
            byte[] answer = kit.send(receiver.url()).answer();

            assertThat(answer).startsWith(0x1f, 0x8b).hasSizeLessThanOrEqualTo(1_024);
        }
    }

    @Test
    void cookiesAreNotSentBack() {
        try (Receiver receiver =
                Receiver.answering("HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n")) {
            kit.send(receiver.url());
            kit.send(receiver.url());

            assertThat(receiver.requests)
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.header("Cookie")).isEmpty());
        }
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
