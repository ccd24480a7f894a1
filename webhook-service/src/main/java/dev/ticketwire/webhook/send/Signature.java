package dev.ticketwire.webhook.send;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of Standard Webhooks 1.0: {@code v1,} and the HMAC-SHA256 of id, timestamp and body, joined by dots, in
 * base64.
 */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** One per secret that is valid at the time of the attempt, with blanks between; empty if there is none. */
    static String of(Message message, Instant time, List<SigningSecret> secrets) {
        return secrets.stream()
                .filter(secret -> secret.isValidAt(time))
                .map(secret -> of(message, time.getEpochSecond(), secret))
                .collect(Collectors.joining(" "));
    }

    private static String of(Message message, long seconds, SigningSecret secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            mac.update((message.id() + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(message.body()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
