package dev.ticketwire.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.reference.ApiKey;
import dev.ticketwire.osticket.reference.KeySettings;
import dev.ticketwire.osticket.reference.SecretDigest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeyIndexTest {
    private static final Instant NOW = Instant.parse("2026-11-28T06:00:00Z");

    private static final ApiKey LOCAL = key(1, List.of("127.0.0.1"), secret("KEYOFLOCALHOST", null));
    private static final ApiKey ANYWHERE = key(2, List.of("0.0.0.0"), secret("KEYOFANYWHERE", null));
    private static final ApiKey SIX = key(3, List.of("0:0:0:0:0:0:0:1"), secret("KEYOFSIX", null));
    private static final ApiKey NETWORKS =
            key(4, List.of("10.1.0.0/16", "2001:db8::/32", "192.0.2.7"), secret("KEYOFNETWORKS", null));
    private static final ApiKey ROTATED =
            key(5, List.of("0.0.0.0"), secret("tw_old", Instant.parse("2026-11-28T06:00:01Z")), secret("tw_new", null));
    private static final ApiKeyIndex KEYS = new ApiKeyIndex(List.of(LOCAL, ANYWHERE, SIX, NETWORKS, ROTATED));

    @Test
    void aKeyCountsFromItsOwnAddressOnly() {
        assertThat(find("KEYOFLOCALHOST", "127.0.0.1")).isSameAs(LOCAL);
        assertThat(find("KEYOFLOCALHOST", "10.0.0.1")).isNull();
    }

    @Test
    void aKeyForAnyAddressCountsFromEverywhere() {
        assertThat(find("KEYOFANYWHERE", "203.0.113.9")).isSameAs(ANYWHERE);
    }

    @Test
    void aKeyCountsFromEveryNetworkOfItsListAndFromNoOther() {
        assertThat(Stream.of("10.1.255.1", "2001:db8:1::5", "192.0.2.7"))
                .allSatisfy(
                        address -> assertThat(find("KEYOFNETWORKS", address)).isSameAs(NETWORKS));
        assertThat(Stream.of("10.2.0.1", "2001:db9::1", "192.0.2.8", "::1", "not an address"))
                .allSatisfy(
                        address -> assertThat(find("KEYOFNETWORKS", address)).isNull());
    }

    @Test
    void letterCaseOfAKeyDoesNotCount() {
        assertThat(find("keyofLocalhost", "127.0.0.1")).isSameAs(LOCAL);
    }

    @Test
    void anUnknownKeyIsNone() {
        assertThat(find("' OR '1'='1", "127.0.0.1")).isNull();
        assertThat(find(SecretDigest.of("KEYOFANYWHERE"), "127.0.0.1")).isNull();
    }

    @Test
    void longAndShortFormsOfAnAddressOfAListAreOne() {
        assertThat(find("KEYOFSIX", IpAddresses.canonical("::1"))).isSameAs(SIX);
    }

    @Test
    void afterARotationBothSecretsCountUntilTheOldOnesTimeIsOver() {
        assertThat(find("tw_new", "127.0.0.1")).isSameAs(ROTATED);
        assertThat(find("tw_old", "127.0.0.1")).isSameAs(ROTATED);
        assertThat(KEYS.find("tw_old", "127.0.0.1", NOW.plusSeconds(1))).isNull();
        assertThat(KEYS.find("tw_new", "127.0.0.1", NOW.plusSeconds(1))).isSameAs(ROTATED);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.01,        127.0.0.1",
        "127.1,             127.0.0.1",
        "2130706433,        127.0.0.1",
        "0x7f.0.0.1,        127.0.0.1",
        "' 127.0.0.1',      127.0.0.1",
        "127.0.0.0/8,       127.0.0.1",
        "::ffff:127.0.0.1,  127.0.0.1",
        "0:0:0:0:0:0:0:1,   ::1",
        "0.0.0.00,          127.0.0.1",
        "0.0.0.0/0,         127.0.0.1",
        "'',                127.0.0.1",
    })
    void theAddressOfAKeyOfOsTicketIsATextWhateverAddressItMeans(String stored, String client) {
        assertThat(osTickets(stored, client)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,      127.0.0.1",
        "'127.0.0.1  ',  127.0.0.1",
        "::1,            ::1",
        "2001:DB8::5,    2001:db8::5",
        "0.0.0.0,        203.0.113.9",
        "'0.0.0.0 ',     ::1",
    })
    void thatTextIsComparedAsItsColumnIs(String stored, String client) {
        assertThat(osTickets(stored, client)).isNotNull();
    }

    private static @Nullable ApiKey osTickets(String stored, String client) {
        ApiKey key = new ApiKey(
                6, List.of(secret("KEYBYTEXT", null)), List.of(stored), true, true, Set.of(), KeySettings.NONE);
        return new ApiKeyIndex(List.of(key)).find("KEYBYTEXT", IpAddresses.canonical(client), NOW);
    }

    private static @Nullable ApiKey find(String sent, String address) {
        return KEYS.find(sent, address, NOW);
    }

    private static ApiKey.Secret secret(String text, @Nullable Instant until) {
        return new ApiKey.Secret(SecretDigest.of(text), until);
    }

    private static ApiKey key(int id, List<String> addresses, ApiKey.Secret... secrets) {
        return new ApiKey(id, List.of(secrets), addresses, true, Set.of(), KeySettings.NONE);
    }
}
