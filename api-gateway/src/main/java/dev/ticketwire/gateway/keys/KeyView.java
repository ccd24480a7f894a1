package dev.ticketwire.gateway.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketwire.osticket.key.KeyRecord;
import dev.ticketwire.osticket.key.KeyTerms;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as shown to the operator. Times are ISO 8601 in UTC.
 *
 * @param origin {@code ticketwire} or {@code osticket}
 * @param name for osTicket's keys: their notes
 * @param addresses null for any, or for the one in {@code osTicketAddress}
 * @param departments null for all
 * @param secret shown only when it is created; otherwise absent
 */
record KeyView(
        int id,
        String origin,
        String name,
        boolean active,
        List<String> permissions,
        @Nullable List<Integer> departments,
        @Nullable List<String> addresses,
        @Nullable String osTicketAddress,
        boolean seesNotes,
        boolean maySubscribe,
        @Nullable String expires,
        @Nullable Integer requestsPerSecond,
        @Nullable Integer inFlight,
        List<Secret> secrets,
        @Nullable String lastUsed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

    /** @param prefix its first characters */
    record Secret(
            String prefix,
            @Nullable String created,
            @Nullable String validUntil) {}

    static KeyView of(KeyRecord key) {
        return of(key, null);
    }

    static KeyView of(KeyRecord key, @Nullable String secret) {
        KeyTerms terms = key.terms();
        return new KeyView(
                key.id(),
                key.isOwn() ? "ticketwire" : "osticket",
                terms.name(),
                terms.isActive(),
                permissions(terms),
                terms.departments(),
                terms.addresses(),
                key.osTicketAddress(),
                terms.seesNotes(),
                terms.maySubscribe(),
                text(terms.expires()),
                terms.requestsPerSecond(),
                terms.inFlight(),
                secrets(key),
                text(key.lastUsed()),
                secret);
    }

    private static List<String> permissions(KeyTerms terms) {
        return KeyTerms.PERMISSIONS.stream()
                .filter(terms.permissions()::contains)
                .toList();
    }

    private static List<Secret> secrets(KeyRecord key) {
        return key.secrets().stream()
                .map(known -> new Secret(known.prefix(), text(known.created()), text(known.validUntil())))
                .toList();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
