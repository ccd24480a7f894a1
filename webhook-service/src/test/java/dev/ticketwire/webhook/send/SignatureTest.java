package dev.ticketwire.webhook.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);

    /** The vector of the specification's own libraries. */
    @Test
    void theVectorOfStandardWebhooksIsSignedAlike() {
        Message message = new Message("msg_p5jXN8AQM9LWM0D4loKWxJek", "{\"test\": 2432232314}".getBytes(UTF_8));

        assertThat(Signature.of(message, NOW, List.of(SendingKit.SECRET)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"s\": \"ümläut 😀 \\u0000\"}", "[1,2,3]", ""})
    void theReferenceLibrarySignsAlike(String body) throws Exception {
        SigningSecret secret = SigningSecret.random();

        assertThat(Signature.of(new Message("e-1.x", body.getBytes(UTF_8)), NOW, List.of(secret)))
                .isEqualTo(new Webhook(secret.text()).sign("e-1.x", NOW.getEpochSecond(), body));
    }

    @Test
    void theReferenceLibraryVerifiesADeliveryWithEachSecretOfARotation() {
        SigningSecret old = SigningSecret.random().endingAt(Instant.now().plusSeconds(60));
        SigningSecret ended = SigningSecret.random().endingAt(Instant.now().minusSeconds(1));
        SigningSecret current = SigningSecret.random();
        try (SendingKit kit = new SendingKit(TestSettings.allowing("127.0.0.1"));
                Receiver receiver = Receiver.answering(Receiver.OK)) {
            kit.send(new Target(URI.create(receiver.url()), Map.of(), List.of(current, old, ended)));
            Receiver.Request request = receiver.requests.getFirst();

            assertThatCode(() -> verify(request, current)).doesNotThrowAnyException();
            assertThatCode(() -> verify(request, old)).doesNotThrowAnyException();
            assertThatThrownBy(() -> verify(request, ended)).isInstanceOf(WebhookVerificationException.class);
            assertThat(request.header("webhook-signature").split(" ")).hasSize(2);
        }
    }

    private static void verify(Receiver.Request request, SigningSecret secret) throws WebhookVerificationException {
        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of(request.header("webhook-id")),
                "webhook-timestamp", List.of(request.header("webhook-timestamp")),
                "webhook-signature", List.of(request.header("webhook-signature")));
        new Webhook(secret.text()).verify(new String(request.body(), UTF_8), headers);
    }

    @Test
    void aSecretHasATextForm() {
        SigningSecret secret = SigningSecret.random();

        assertThat(secret.text()).startsWith("whsec_");
        assertThat(SigningSecret.parse(secret.text()).key())
                .isEqualTo(secret.key())
                .hasSize(32);
        assertThat(secret).hasToString("SigningSecret");
        assertThat(secret.isValidAt(Instant.MAX)).isTrue();
        assertThat(secret.endingAt(NOW).isValidAt(NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_%%%"})
    void anotherTextIsNoSecret(String text) {
        assertThatThrownBy(() -> SigningSecret.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
