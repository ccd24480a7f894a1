package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.command.BulkId;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids of commands (RFC 9562): the same id for the same idempotency key of an API key, else a new one. */
public final class CommandIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** A namespace of our own, so that our names never collide with others. */
    private static final UUID NAMESPACE = UUID.fromString("6e5c1e0a-7d0c-5c9c-9b5e-4a1f6d2b8c37");

    private CommandIds() {}

    /**
     * @param idempotencyKey the header's value, bare or as a quoted string; null if it was not sent
     * @throws Refused if it is empty or longer than 255 characters
     */
    public static UUID of(int apiKeyId, @Nullable String idempotencyKey) {
        if (idempotencyKey == null) {
            return version7(System.currentTimeMillis());
        }
        String key = unquoted(idempotencyKey.strip());
        if (key.isEmpty() || key.length() > 255) {
            throw Refused.of(ProblemCode.INVALID_VALUE, "Invalid value for Idempotency-Key");
        }
        return BulkId.version5(NAMESPACE, (apiKeyId + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    static UUID version7(long millis) {
        byte[] bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        ByteBuffer random = ByteBuffer.wrap(bytes);
        long high = millis << 16 | 0x7000 | random.getShort() & 0x0FFF;
        long low = random.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** SHA-256 of operation, target and body, lower-case hex: tells a repeat from a reuse of the same id. */
    public static String fingerprint(String operation, String target, byte[] body) {
        MessageDigest sha256 = sha256();
        sha256.update((operation + '\n' + target + '\n').getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha256.digest(body));
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                : value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
