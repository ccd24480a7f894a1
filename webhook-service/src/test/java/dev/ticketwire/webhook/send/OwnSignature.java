package dev.ticketwire.webhook.send;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What this service puts into {@code webhook-signature}, for tests of other packages. */
public final class OwnSignature {
    private OwnSignature() {}

    /** @param secrets {@code whsec_…}; one signature each */
    public static String of(String id, Instant time, String body, String... secrets) {
        List<SigningSecret> parsed =
                Stream.of(secrets).map(SigningSecret::parse).toList();
        return Signature.of(new Message(id, body.getBytes(StandardCharsets.UTF_8)), time, parsed);
    }
}
