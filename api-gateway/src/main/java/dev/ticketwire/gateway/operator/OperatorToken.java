package dev.ticketwire.gateway.operator;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Checks the operator's token, which the management API requires. If none is configured, all requests are refused. */
@ApplicationScoped
class OperatorToken {
    private final byte[] expected;

    OperatorToken(@ConfigProperty(name = "ticketwire.operator.token") Optional<String> token) {
        expected = token.map(text -> ("Bearer " + text).getBytes(StandardCharsets.UTF_8))
                .orElse(new byte[0]);
    }

    boolean isPresent(HttpServerRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return expected.length > 0
                && sent != null
                && MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8));
    }
}
