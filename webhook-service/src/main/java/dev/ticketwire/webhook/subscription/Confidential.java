package dev.ticketwire.webhook.subscription;

import dev.ticketwire.webhook.send.SigningSecret;
import dev.ticketwire.webhook.send.Target;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription keeps encrypted.
 *
 * @param secrets newest first, also ended ones
 */
record Confidential(String url, Map<String, String> headers, List<Secret> secrets) {

    /**
     * @param text {@code whsec_…}
     * @param until milliseconds since 1970, null for never
     */
    record Secret(String text, @Nullable Long until) {
        boolean isValidAt(Instant now) {
            return until == null || now.toEpochMilli() < until;
        }

        @Nullable
        Instant end() {
            return until == null ? null : Instant.ofEpochMilli(until);
        }

        /** It ends at {@code end}, or when it was to end before. */
        Secret endingBy(Instant end) {
            long earliest = until == null ? end.toEpochMilli() : Math.min(until, end.toEpochMilli());
            return new Secret(text, earliest);
        }

        SigningSecret signing() {
            SigningSecret parsed = SigningSecret.parse(text);
            Instant end = end();
            return end == null ? parsed : parsed.endingAt(end);
        }

        @Override
        public String toString() {
            return "Secret";
        }
    }

    List<Secret> validSecrets(Instant now) {
        return secrets.stream().filter(secret -> secret.isValidAt(now)).toList();
    }

    /** With a new secret; the current ones end at {@code end}. */
    Confidential rotated(String secret, Instant now, Instant end) {
        Stream<Secret> old = validSecrets(now).stream().map(current -> current.endingBy(end));
        return new Confidential(
                url,
                headers,
                Stream.concat(Stream.of(new Secret(secret, null)), old).toList());
    }

    Target target() {
        return new Target(
                URI.create(url), headers, secrets.stream().map(Secret::signing).toList());
    }

    @Override
    public String toString() {
        return "Confidential";
    }
}
