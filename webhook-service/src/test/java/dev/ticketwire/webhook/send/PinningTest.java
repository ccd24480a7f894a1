package dev.ticketwire.webhook.send;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.webhook.send.Attempt.Failure;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address that was checked is the one that is called. */
class PinningTest {
    private Receiver first;
    private Receiver second;

    @BeforeEach
    void listen() {
        first = Receiver.answering(Receiver.OK);
        second = Receiver.on("127.0.0.2", first.port(), (out, socket) -> out.write(Receiver.OK.getBytes()));
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    /** Each look-up gives another address, so a second one between check and call would reach the other server. */
    @Test
    void aNameThatChangesBetweenCheckAndCallIsCalledAtTheCheckedAddress() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HostLookup lookup = new HostLookup(
                name -> List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")),
                Duration.ZERO);
        Vertx vertx = Vertx.vertx();
        TestSettings settings = TestSettings.allowing("127.0.0.1");
        Sender sender = new HttpSender(vertx, settings, new CheckedTargets(settings, lookup), "1", Clock.systemUTC());
        Target target = new Target(URI.create(url("rebinding.example")), Map.of(), List.of(SendingKit.SECRET));

        Attempt attempt = sender.send(target, SendingKit.MESSAGE)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        Attempt next = sender.send(target, SendingKit.MESSAGE)
                .toCompletionStage()
                .toCompletableFuture()
                .get();

        assertThat(attempt.status()).isEqualTo(200);
        assertThat(first.requests.getFirst().header("Host")).isEqualTo("rebinding.example:" + first.port());
        assertThat(next.error()).isEqualTo(Failure.ADDRESS_REFUSED);
        assertThat(first.connections).hasValue(1);
        assertThat(second.connections).hasValue(0);
        lookup.close();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void aKeptConnectionIsUsedForItsAddressAndItsNameOnly() {
        try (SendingKit kit = new SendingKit(TestSettings.allowing("127.0.0.0/8"))) {
            kit.name("a.example", "127.0.0.1").name("b.example", "127.0.0.1");
            Awaitility.await().until(() -> {
                kit.send(url("a.example"));
                kit.send(url("b.example"));
                return first.requests.size() > first.connections.get() + 1;
            });
            kit.name("a.example", "127.0.0.2").send(url("a.example"));

            Map<Socket, Set<String>> hosts = first.requests.stream()
                    .collect(groupingBy(Receiver.Request::connection, mapping(r -> r.header("Host"), toSet())));
            assertThat(hosts.values())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(names -> assertThat(names).hasSize(1));
            assertThat(second.requests).hasSize(1);
        }
    }

    @Test
    void anAnswerOfANameServerIsUsedAsLongAsItIsKept() {
        try (SendingKit kit = new SendingKit(TestSettings.allowing("127.0.0.0/8"), Duration.ofMinutes(1))) {
            kit.name("a.example", "127.0.0.1").send(url("a.example"));
            kit.name("a.example", "127.0.0.2").send(url("a.example"));

            assertThat(first.requests).hasSize(2);
            assertThat(second.requests).isEmpty();
        }
    }

    @Test
    void ifOneAddressCannotBeReachedTheNextIsTried() {
        second.close();
        try (SendingKit kit = new SendingKit(TestSettings.allowing("127.0.0.0/8"))) {
            kit.name("a.example", "127.0.0.2", "127.0.0.1");

            assertThat(kit.send(url("a.example")).status()).isEqualTo(200);
            assertThat(first.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "301, http://127.0.0.2:PORT/",
        "302, http://127.0.0.2:PORT/",
        "303, http://127.0.0.2:PORT/",
        "307, http://127.0.0.2:PORT/",
        "308, http://127.0.0.2:PORT/",
        "302, http://127.0.0.1:PORT/elsewhere",
        "302, /elsewhere",
        "302, //127.0.0.2:PORT/",
        "307, http://[::1]:PORT/",
        "302, http://169.254.169.254/",
        "302, http://inner.example:PORT/",
    })
    void aRedirectIsAFailureAndNotFollowed(int status, String location) {
        try (Receiver redirecting = Receiver.answering("HTTP/1.1 " + status + " Moved\r\nLocation: "
                        + location.replace("PORT", "" + second.port()) + "\r\nContent-Length: 0\r\n\r\n");
                SendingKit kit = new SendingKit(TestSettings.allowing("127.0.0.0/8", "::1"))) {
            kit.name("inner.example", "127.0.0.2");

            Attempt attempt = kit.send(redirecting.url());

            assertThat(attempt.status()).isEqualTo(status);
            assertThat(attempt.isSuccess()).isFalse();
            assertThat(redirecting.requests).hasSize(1);
            assertThat(first.connections).hasValue(0);
            assertThat(second.connections).hasValue(0);
        }
    }

    private String url(String host) {
        return "http://" + host + ":" + first.port() + "/";
    }
}
