package dev.ticketwire.gateway.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where services are looked for, and what they say of themselves. */
class WatchedServiceTest {
    private static ServiceAddresses.Resolver known(String... addresses) {
        return host -> Stream.of(addresses).map(WatchedServiceTest::address).toArray(InetAddress[]::new);
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void aServiceHasANameAHostAndAPort() {
        assertThat(WatchedService.parse(" event-service=http://events.example:9085/"))
                .isEqualTo(new WatchedService("event-service", "events.example", 9085));
        assertThat(WatchedService.parse("a=http://[::1]:9080").host()).isEqualTo("::1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a:1", "=http://a:1", "a=https://a:1", "a=a:1", "a=http://a", "a"})
    void anythingElseIsRefusedWhenTheGatewayStarts(String setting) {
        assertThatThrownBy(() -> WatchedService.parse(setting)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyReplicaIsFoundOnce() throws Exception {
        assertThat(ServiceAddresses.of("a", known("10.0.0.3", "10.0.0.2", "10.0.0.3")))
                .containsExactly("10.0.0.2", "10.0.0.3");
        assertThat(ServiceAddresses.of("a", known("2001:db8::1", "10.0.0.2")))
                .as("one replica with both kinds of addresses")
                .containsExactly("10.0.0.2");
        assertThat(ServiceAddresses.of("a", known("2001:db8::1", "2001:db8::2")))
                .hasSize(2);
    }

    @Test
    void theFailingChecksAreTheReason() {
        ObjectMapper json = new ObjectMapper();
        String down = """
                {"status":"DOWN","checks":[{"name":"Graceful Shutdown","status":"UP"},
                 {"name":"help desk","status":"DOWN","data":{"database":"missing: refused"}},{"name":"other","status":"DOWN"}]}""";

        assertThat(Health.parse(json, 503, down.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Health(false, "help desk (database: missing: refused); other"));
        assertThat(Health.parse(json, 404, "nothing".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Health(false, "answers 404"));
        assertThat(Health.parse(json, 200, "{\"status\":\"UP\",\"checks\":[]}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Health(true, null));
    }
}
