package dev.ticketwire.webhook.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts with AES-256-GCM. The first key encrypts, each decrypts, so keys are rotated by putting a new one in front.
 *
 * <p>A sealed text: version (1 byte), id of the key (4), nonce (12), then the encrypted text with its tag (16).
 */
public final class Seal {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD = 1 + Integer.BYTES + NONCE;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<SealKey> keys;

    private Seal(List<SealKey> keys) {
        this.keys = keys;
    }

    /**
     * @param keys 32 bytes in base64 each, at least one
     * @throws IllegalArgumentException if one is something else; the message shows none
     */
    public static Seal of(List<String> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("at least one key is needed");
        }
        return new Seal(keys.stream().map(SealKey::of).toList());
    }

    /** @param context what the text belongs to, such as {@code webhook:7}; needed to open it, and not stored */
    public byte[] seal(byte[] plain, String context) {
        SealKey key = keys.getFirst();
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] encrypted = apply(Cipher.ENCRYPT_MODE, key, nonce, context, ByteBuffer.wrap(plain));
        return ByteBuffer.allocate(HEAD + encrypted.length)
                .put(VERSION)
                .putInt(key.id())
                .put(nonce)
                .put(encrypted)
                .array();
    }

    /** @throws SealBrokenException if the key is missing, or the text was changed or belongs to another context */
    public byte[] open(byte[] sealed, String context) {
        if (sealed.length < HEAD || sealed[0] != VERSION) {
            throw new SealBrokenException("not a sealed text");
        }
        ByteBuffer rest = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        SealKey key = key(rest.getInt());
        byte[] nonce = new byte[NONCE];
        rest.get(nonce);
        return apply(Cipher.DECRYPT_MODE, key, nonce, context, rest);
    }

    /** Whether it was sealed with another key than the first, so that it should be sealed again. */
    public boolean isOld(byte[] sealed) {
        return sealed.length < HEAD
                || ByteBuffer.wrap(sealed).getInt(1) != keys.getFirst().id();
    }

    private SealKey key(int id) {
        return keys.stream()
                .filter(key -> key.id() == id)
                .findFirst()
                .orElseThrow(() -> new SealBrokenException("its key is not one of ticketwire.webhooks.keys"));
    }

    private static byte[] apply(int mode, SealKey key, byte[] nonce, String context, ByteBuffer text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text.array(), text.arrayOffset() + text.position(), text.remaining());
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("changed, or of another context");
        }
    }
}
