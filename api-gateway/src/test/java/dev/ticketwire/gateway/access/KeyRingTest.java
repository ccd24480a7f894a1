package dev.ticketwire.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.reference.ApiKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final ApiKey LOCAL = new ApiKey(1, "KEYOFLOCALHOST", "127.0.0.1", true, Set.of());
    private static final ApiKey ANYWHERE = new ApiKey(2, "KEYOFANYWHERE", "0.0.0.0", true, Set.of());
    private static final ApiKey SIX = new ApiKey(3, "KEYOFSIX", "0:0:0:0:0:0:0:1", true, Set.of());
    private static final KeyRing KEYS = new KeyRing(List.of(LOCAL, ANYWHERE, SIX));

    @Test
    void aKeyCountsFromItsOwnAddressOnly() {
        assertThat(KEYS.find("KEYOFLOCALHOST", "127.0.0.1")).isSameAs(LOCAL);
        assertThat(KEYS.find("KEYOFLOCALHOST", "10.0.0.1")).isNull();
    }

    @Test
    void aKeyForAnyAddressCountsFromEverywhere() {
        assertThat(KEYS.find("KEYOFANYWHERE", "203.0.113.9")).isSameAs(ANYWHERE);
    }

    @Test
    void letterCaseOfAKeyDoesNotCount() {
        assertThat(KEYS.find("keyofLocalhost", "127.0.0.1")).isSameAs(LOCAL);
    }

    @Test
    void anUnknownKeyIsNone() {
        assertThat(KEYS.find("' OR '1'='1", "127.0.0.1")).isNull();
    }

    @Test
    void longAndShortFormsOfAnAddressAreOne() {
        assertThat(KEYS.find("KEYOFSIX", Addresses.canonical("::1"))).isSameAs(SIX);
    }
}
