package dev.ticketwire.webhook.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The subscriptions with templates in {@code samples/webhook-templates}. */
final class ChatTemplate {
    private static final Path FOLDER = Path.of("../samples/webhook-templates");

    private ChatTemplate() {}

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
