package dev.ticketwire.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.webhook.send.Attempt.Failure;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address is refused when a subscription asks for it and when something is sent; no server is connected to. */
class RefusedAddressesTest {
    private static final String TEXT = "url has a host that is unknown or may not be called";

    private static SendingKit kit;
    /** On the addresses of this machine that tests may listen on, all with the same port. */
    private static List<Receiver> receivers;

    private static int port;

    @BeforeAll
    static void listen() {
        kit = new SendingKit(TestSettings.ofPublicAddresses());
        Receiver first = Receiver.answering(Receiver.OK);
        port = first.port();
        receivers = List.of(
                first,
                Receiver.on("127.0.0.2", port, (out, socket) -> out.write(Receiver.OK.getBytes())),
                Receiver.on("::1", port, (out, socket) -> out.write(Receiver.OK.getBytes())));
    }

    @AfterEach
    void noConnectionHasArrived() {
        assertThat(receivers)
                .allSatisfy(receiver -> assertThat(receiver.connections).hasValue(0));
    }

    @AfterAll
    static void close() {
        receivers.forEach(Receiver::close);
        kit.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Loopback, unspecified, and other ways to write them.
                "127.0.0.1",
                "127.0.0.2",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[::ffff:0:127.0.0.1]",
                // Private, carriers' and link-local ranges.
                "10.0.0.1",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.1.1",
                "[::ffff:10.0.0.1]",
                "[fe80::1]",
                "[fec0::1]",
                "[fc00::1]",
                "[fd12:3456:789a::1]",
                // Metadata of clouds.
                "169.254.169.254",
                "100.100.100.200",
                "192.0.0.192",
                "168.63.129.16",
                "[fd00:ec2::254]",
                "[::ffff:169.254.169.254]",
                // Multicast, broadcast, reserved, documentation, benchmarks.
                "224.0.0.1",
                "239.255.255.255",
                "255.255.255.255",
                "240.0.0.1",
                "192.0.2.1",
                "198.51.100.1",
                "203.0.113.1",
                "198.18.0.1",
                "192.88.99.1",
                "[ff02::1]",
                "[2001:db8::1]",
                "[3fff::1]",
                "[2001:2::1]",
                "[100::1]",
                // IPv4 within IPv6: NAT64, 6to4, Teredo.
                "[64:ff9b::127.0.0.1]",
                "[64:ff9b::a00:1]",
                "[64:ff9b:1::1]",
                "[2002:7f00:1::1]",
                "[2001::7f00:1]",
                // Outside of what is given out at all.
                "[4000::1]",
                "[5f00::1]",
            })
    void anAddressThatIsNotPublicIsRefused(String host) {
        String url = "http://" + host + ":" + port + "/";

        assertThatThrownBy(() -> kit.rules.checkedUrl(url)).hasMessage(TEXT);
        assertThat(kit.send(url).error()).isEqualTo(Failure.ADDRESS_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "017700000001",
                "0x7f000001",
                "0x7F.0.0.1",
                "0177.0.0.1",
                "0177.0x0.0.1",
                "127.1",
                "127.0.1",
                "127.0.0.01",
                "0",
                "0x",
                "127.0.0.1.",
                "1.0x7f",
                "256.0.0.1",
                "127.0.0.1.1",
                "[fe80::1%25lo]",
                "[::1%251]",
                "[v1.127]",
                "%31%32%37.0.0.1",
                "①②⑦.0.0.1",
                "127。0。0。1",
                "１２７.0.0.1",
                "localhost.",
                "local_host",
                "-a.example",
                "a..example",
                "user@127.0.0.1",
                "example.com:80@127.0.0.1",
                "example.com\\@127.0.0.1",
                "127.0.0.1\t",
                "",
            })
    void anotherWayToWriteAHostIsNoHost(String host) {
        assertThatThrownBy(() -> kit.rules.checkedUrl("http://" + host + ":" + port + "/"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().field()).isEqualTo("url"));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 127.0.0.1",
        "kubernetes.default.svc, 10.96.0.1",
        "kafka, 172.18.0.5",
        "metadata.google.internal, 169.254.169.254",
        "rebinding.example, 127.0.0.1",
        "six.example, ::1",
        "local.example, fe80::1",
        "unique.example, fd00::1",
        "mapped.example, ::ffff:127.0.0.1",
        "nat64.example, 64:ff9b::7f00:1",
        "teredo.example, 2001:0:4136:e378::1",
        "zero.example, 0.0.0.0",
    })
    void aNameBehindWhichSuchAnAddressIsIsRefusedWithTheSameText(String name, String address) {
        kit.name(name, address);

        assertThatThrownBy(() -> kit.rules.checkedUrl("http://" + name + ":" + port))
                .hasMessage(TEXT);
        assertThat(kit.send("http://" + name + ":" + port).error()).isEqualTo(Failure.ADDRESS_REFUSED);
    }

    @Test
    void anUnknownNameIsRefusedWithTheSameText() {
        String url = "http://unknown.example:" + port;

        assertThatThrownBy(() -> kit.rules.checkedUrl(url)).hasMessage(TEXT);
        assertThat(kit.send(url).error()).isEqualTo(Failure.ADDRESS_REFUSED);
    }

    @Test
    void oneInnerAddressAmongPublicOnesRefusesTheName() {
        kit.name("mixed.example", "93.184.215.14", "2606:2800:21f:cb07::1", "127.0.0.1");

        assertThatThrownBy(() -> kit.rules.checkedUrl("http://mixed.example:" + port))
                .hasMessage(TEXT);
        assertThat(kit.send("http://mixed.example:" + port).error()).isEqualTo(Failure.ADDRESS_REFUSED);
    }

    @Test
    void aPublicAddressIsAllowed() {
        kit.name("hooks.example", "93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e");

        assertThat(kit.rules.checkedUrl("HTTP://Hooks.EXAMPLE:80/a%20b?q=ü#".replace("#", "")))
                .isEqualTo(URI.create("http://hooks.example:80/a%20b?q=%C3%BC"));
        assertThat(kit.rules.checkedUrl("http://93.184.215.14/")).hasHost("93.184.215.14");
        assertThat(kit.rules.checkedUrl("http://[2606:2800:21f:cb07::1]/")).hasHost("[2606:2800:21f:cb07::1]");
    }

    @Test
    void anInternationalNameIsAskedForInAscii() {
        kit.name("xn--bcher-kva.example", "93.184.215.14");

        assertThat(kit.rules.checkedUrl("http://Bücher.example/x")).hasHost("xn--bcher-kva.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://hooks.example/ | calls no http address",
                "ftp://hooks.example/ | https://",
                "hooks.example | https://",
                "//hooks.example/ | https://",
                "https://hooks.example:22/ | port",
                "https://hooks.example:0/ | port",
                "https://hooks.example:99999/ | port",
                "https://a:b@hooks.example/ | user or password",
                "https://@hooks.example/ | user or password",
                "https://hooks.example/#x | fragment",
                "https://hooks.example/a b | not a valid URL",
                "https:///x | host",
            })
    void theFormOfAnAddressIsToldPrecisely(String url, String text) {
        try (SendingKit strict = new SendingKit(TestSettings.ofPublicAddresses().httpsOnly("443", "8443-8444"))) {
            strict.name("hooks.example", "93.184.215.14");

            assertThatThrownBy(() -> strict.rules.checkedUrl(url)).hasMessageContaining(text);
            assertThat(strict.rules.checkedUrl("https://hooks.example:8444/")).hasPort(8444);
        }
    }

    @Test
    void anAddressThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> kit.rules.checkedUrl("http://hooks.example/" + "x".repeat(2_048)))
                .hasMessageContaining("2048");
    }

    @Test
    void theOperatorsListsWin() {
        try (SendingKit allowing = new SendingKit(TestSettings.allowing("10.1.0.0/16", "fd00::/8")
                .host("inner.example")
                .refusing("8.8.0.0/16"))) {
            allowing.name("listed.example", "10.1.2.3", "fd00::1")
                    .name("not.example", "10.2.2.3")
                    .name("inner.example", "10.2.2.3")
                    .name("cluster.example", "8.8.8.8");

            assertThat(allowing.rules.checkedUrl("http://listed.example/")).hasHost("listed.example");
            assertThat(allowing.rules.checkedUrl("http://inner.example/")).hasHost("inner.example");
            assertThatThrownBy(() -> allowing.rules.checkedUrl("http://not.example/"))
                    .hasMessage(TEXT);
            assertThatThrownBy(() -> allowing.rules.checkedUrl("http://cluster.example/"))
                    .hasMessage(TEXT);
        }
    }

    @Test
    void settingsThatAreNotValidEndTheStart() {
        assertThatThrownBy(() -> new SendingKit(TestSettings.allowing("10.0.0.0/33")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SendingKit(TestSettings.allowing("inner.example")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SendingKit(TestSettings.ofPublicAddresses().httpsOnly("0-70000")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aServerOfThisTestIsReachedIfItIsAllowed() {
        try (SendingKit allowing = new SendingKit(TestSettings.allowing("127.0.0.0/8", "::1"));
                Receiver other = Receiver.answering(Receiver.OK);
                Receiver six = Receiver.on("::1", 0, (out, socket) -> out.write(Receiver.OK.getBytes()))) {
            assertThat(allowing.send(other.url()).status()).isEqualTo(200);
            assertThat(allowing.send("http://[::1]:" + six.port() + "/").status())
                    .isEqualTo(200);
            assertThat(six.requests.getFirst().header("Host")).isEqualTo("[::1]:" + six.port());
        }
    }

    @Test
    void headersOfATargetAreCheckedAgainWhenItIsSent() {
        Target target = new Target(
                URI.create("http://93.184.215.14:" + port), Map.of("Host", "inner"), List.of(SendingKit.SECRET));

        assertThat(kit.send(target).error()).isEqualTo(Failure.ADDRESS_REFUSED);
    }
}
