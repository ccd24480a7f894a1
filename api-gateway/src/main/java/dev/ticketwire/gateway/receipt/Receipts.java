package dev.ticketwire.gateway.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Issues and reads receipts. A receipt holds the command's id, the time of issue, and a MAC over both and the API key,
 * so that every replica can verify it without storing anything: 48 characters, safe in a path. That of a bulk also
 * holds a format number and the number of items: 52 characters.
 */
@ApplicationScoped
public class Receipts {
    /** As long as the inbox keeps outcomes, see {@code docs/architecture.md}. */
    static final Duration KEPT = Duration.ofDays(8);

    private static final int CLAIM = 20;
    private static final int BULK_CLAIM = CLAIM + 3;
    private static final byte BULK_FORMAT = 1;
    private static final int MAC = 16;

    private final List<SecretKeySpec> secrets;

    /**
     * The content of a receipt.
     *
     * @param id of the command
     * @param items number of items of a bulk, 0 for a single command
     * @param issued when the command was accepted, to the second
     * @param expired whether the inbox may have deleted the outcome
     */
    public record Claim(UUID id, int items, Instant issued, boolean expired) {}

    /** A receipt and the id of the API key that it was issued to. */
    record KeyedClaim(Claim claim, int apiKeyId) {}

    /** @param secrets one, or two during a rotation; the first signs, each at least 16 characters */
    Receipts(@ConfigProperty(name = "ticketwire.receipt.secret") List<String> secrets) {
        if (secrets.isEmpty() || secrets.size() > 2 || secrets.stream().anyMatch(s -> s.length() < 16)) {
            throw new IllegalArgumentException(
                    "ticketwire.receipt.secret must be one or two secrets of at least 16 characters each");
        }
        this.secrets = secrets.stream()
                .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
                .toList();
    }

    public String issue(UUID id, int apiKeyId) {
        return issue(id, apiKeyId, Instant.now());
    }

    String issue(UUID id, int apiKeyId, Instant at) {
        ByteBuffer receipt = ByteBuffer.allocate(CLAIM + MAC);
        receipt.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        receipt.putInt((int) at.getEpochSecond());
        return signed(receipt, apiKeyId);
    }

    /** @param items number of commands in the bulk {@code id}, 1–65535 */
    public String issueBulk(UUID id, int items, int apiKeyId) {
        ByteBuffer receipt = ByteBuffer.allocate(BULK_CLAIM + MAC);
        receipt.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        receipt.putInt((int) Instant.now().getEpochSecond());
        receipt.put(BULK_FORMAT).putShort((short) items);
        return signed(receipt, apiKeyId);
    }

    private String signed(ByteBuffer receipt, int apiKeyId) {
        receipt.put(mac(secrets.get(0), receipt.array(), receipt.position(), apiKeyId));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(receipt.array());
    }

    /** The content of {@code receipt}; null if it is malformed, forged or another key's. */
    public @Nullable Claim read(String receipt, int apiKeyId) {
        byte[] bytes = decode(receipt);
        int length = bytes.length - MAC;
        if (length != CLAIM && !(length == BULK_CLAIM && bytes[CLAIM] == BULK_FORMAT)) {
            return null;
        }
        byte[] mac = Arrays.copyOfRange(bytes, length, bytes.length);
        boolean isGenuine =
                secrets.stream().anyMatch(secret -> MessageDigest.isEqual(mac, mac(secret, bytes, length, apiKeyId)));
        return isGenuine ? claim(ByteBuffer.wrap(bytes, 0, length)) : null;
    }

    /** As {@link #read}, of whichever key: null if it is malformed, forged or that of none of {@code apiKeyIds}. */
    @Nullable
    KeyedClaim readOfAny(String receipt, Collection<Integer> apiKeyIds) {
        for (int apiKeyId : apiKeyIds) {
            Claim claim = read(receipt, apiKeyId);
            if (claim != null) {
                return new KeyedClaim(claim, apiKeyId);
            }
        }
        return null;
    }

    /** Empty if it is not base64. */
    private static byte[] decode(String receipt) {
        try {
            return Base64.getUrlDecoder().decode(receipt);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Claim claim(ByteBuffer claim) {
        UUID id = new UUID(claim.getLong(), claim.getLong());
        Instant issued = Instant.ofEpochSecond(Integer.toUnsignedLong(claim.getInt()));
        int items = claim.hasRemaining() ? Short.toUnsignedInt(claim.getShort(CLAIM + 1)) : 0;
        return new Claim(id, items, issued, issued.plus(KEPT).isBefore(Instant.now()));
    }

    private static byte[] mac(SecretKeySpec secret, byte[] claim, int length, int apiKeyId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(claim, 0, length);
            mac.update(ByteBuffer.allocate(4).putInt(apiKeyId).flip());
            return Arrays.copyOf(mac.doFinal(), MAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
