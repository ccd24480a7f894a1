package dev.ticketwire.gateway.operator;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who may use the operator's address: whoever sends the operator's token. Without one in the configuration, nobody. */
@ApplicationScoped
class OperatorToken {
    private final byte[] expected;

    OperatorToken(@ConfigProperty(name = "ticketwire.operator.token") Optional<String> token) {
        expected = token.map(text -> ("Bearer " + text).getBytes(StandardCharsets.UTF_8))
                .orElse(new byte[0]);
    }

    boolean isSentWith(HttpServerRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return expected.length > 0
                && sent != null
                && MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8));
    }
}
