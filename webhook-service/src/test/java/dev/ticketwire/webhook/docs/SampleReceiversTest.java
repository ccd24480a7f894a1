package dev.ticketwire.webhook.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.standardwebhooks.Webhook;
import dev.ticketwire.webhook.send.OwnSignature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The receivers of docs/webhooks.md, each started as the page says, and sent signed requests. */
class SampleReceiversTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_plJ3nmyCDGBKInavdOK15jslT0mRfV1c";
    private static final String ID = "0-1-4711-1796029200-3-0-created";
    private static final int TOLERANCE = 300;
    /** Of a clock and a slow machine. */
    private static final int LEEWAY = 60;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aReceiverTakesWhatIsSignedAndNothingElse(SampleReceiver.Language language) throws Exception {
        assumeTrue(language.isHere(), () -> "the receiver in " + language + " did not run: it is not on this machine");
        Path log = folder.resolve("log");
        List<String> wrong = new ArrayList<>();
        try (SampleReceiver receiver = SampleReceiver.start(language, SECRET, log)) {
            for (Case each : cases()) {
                int status = receiver.post(each.headers(), each.body().getBytes(StandardCharsets.UTF_8));
                if (status != (each.isRight() ? 204 : 401)) {
                    wrong.add(each.name() + ": " + status);
                }
            }
        }
        assertThat(wrong).as(Files.readString(log)).isEmpty();
    }

    private record Case(String name, boolean isRight, Map<String, String> headers, String body) {}

    private static List<Case> cases() throws Exception {
        String body = "{\"type\":\"ticket.created.v1\",\"subject\":\"480113\",\"data\":{\"owner\":\"Zoë 🚲 %s .\"}}";
        long now = Instant.now().getEpochSecond();
        String right = signature(SECRET, now, body);
        String other = signature(OTHER, now, body);
        return List.of(
                new Case("signed", true, headers(now, right), body),
                new Case("new and old secret", true, headers(now, both(now, body)), body),
                new Case("old and new secret", true, headers(now, right + " " + other), body),
                new Case("other versions", true, headers(now, "v1a,AAAA v2," + right.substring(3) + " " + right), body),
                new Case("another secret", false, headers(now, other), body),
                new Case("another version", false, headers(now, right.replace("v1", "v2")), body),
                new Case("no version", false, headers(now, right.substring(3)), body),
                new Case("cut off", false, headers(now, right.substring(0, right.length() - 4)), body),
                new Case("another body", false, headers(now, right), body + " "),
                new Case("another id", false, headers(now, right, "webhook-id", "0-1-2-3"), body),
                new Case("another time", false, headers(now + 1, right), body),
                old("old", now - TOLERANCE - LEEWAY, false, body),
                old("nearly old", now - TOLERANCE + LEEWAY, true, body),
                old("of the future", now + TOLERANCE + LEEWAY, false, body),
                new Case("no number", false, headers(now, right, "webhook-timestamp", now + "x"), body),
                new Case("no time", false, without("webhook-timestamp", headers(now, right)), body),
                new Case("no signature", false, without("webhook-signature", headers(now, right)), body),
                new Case("no id", false, without("webhook-id", headers(now, right)), body));
    }

    /** As during a rotation. */
    private static String both(long time, String body) {
        return OwnSignature.of(ID, Instant.ofEpochSecond(time), body, OTHER, SECRET);
    }

    private static Case old(String name, long time, boolean isRight, String body) throws Exception {
        return new Case(name, isRight, headers(time, signature(SECRET, time, body)), body);
    }

    private static Map<String, String> headers(long time, String signatures, String... changed) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "webhook-id",
                ID,
                "webhook-timestamp",
                Long.toString(time),
                "webhook-signature",
                signatures,
                "content-type",
                "application/json"));
        if (changed.length > 0) {
            headers.put(changed[0], changed[1]);
        }
        return headers;
    }

    private static Map<String, String> without(String name, Map<String, String> headers) {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.remove(name);
        return fewer;
    }

    /** This service's own; the reference library makes the same. */
    private static String signature(String secret, long time, String body) throws Exception {
        String signature = OwnSignature.of(ID, Instant.ofEpochSecond(time), body, secret);
        assertThat(signature).isEqualTo(new Webhook(secret).sign(ID, time, body));
        return signature;
    }
}
