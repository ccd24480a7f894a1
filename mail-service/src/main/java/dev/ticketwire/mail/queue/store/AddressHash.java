package dev.ticketwire.mail.queue.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Stands for an address where it is counted: no address is kept for that. */
public final class AddressHash {
    /** Stands for all. */
    public static final AddressHash ALL = new AddressHash(new byte[32]);

    private final byte[] bytes;

    AddressHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Addresses are the same in any case. */
    public static AddressHash of(String address) {
        try {
            byte[] text = address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return new AddressHash(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
