package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Random secrets, created once and stored in files that only their owner can read. */
record Secrets(SuiteHome home) {

    String databaseRoot() {
        return kept("database-root");
    }

    String databaseService() {
        return kept("database-service");
    }

    String receipt() {
        return kept("receipt");
    }

    String operatorToken() {
        return kept("operator-token");
    }

    /** The key pair with which the gateway signs and the services verify. */
    EncodedKeyPair identity() {
        return EncodedKeyPair.parse(kept("identity", () -> EncodedKeyPair.made().toString()));
    }

    /** The key that seals webhooks' addresses and secrets: 32 bytes in base64. */
    String webhookKey() {
        return kept("webhook-key", () -> Base64.getEncoder().encodeToString(bytes()));
    }

    /** The salt of the demo help desk, with which it signs the ids of its mails. */
    String salt() {
        return kept("osticket-salt");
    }

    private String kept(String name) {
        return kept(name, Secrets::random);
    }

    /** Synchronized: two threads that find no secret would create different ones. */
    private synchronized String kept(String name, Supplier<String> made) {
        Path file = home.secret(name);
        try {
            if (!Files.exists(file)) {
                Folders.writeSecret(file, made.get() + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String random() {
        return HexFormat.of().formatHex(bytes());
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
