package dev.ticketwire.gateway.overview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What services of a running suite have answered, without what nobody looks at. */
final class TestMetrics {
    private TestMetrics() {}

    static String text(String service) throws IOException {
        try (InputStream file = TestMetrics.class.getResourceAsStream("/metrics/" + service + ".txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
