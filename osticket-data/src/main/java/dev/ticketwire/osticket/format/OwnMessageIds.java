package dev.ticketwire.osticket.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Message-Ids of mails that the help desk sends: {@code <B{code}-{rand}-{tag}-{address}>}. The tag contains thread and
 * entry and is signed with osTicket's secret salt, so that osTicket and Ticketwire recognise each other's ids. No text
 * from this class contains the secret.
 */
public final class OwnMessageIds {
    /** osTicket's {@code SECRET_SALT}, the same for all services; if empty, no Message-Id is recognised. */
    public static final String SETTING = "ticketwire.osticket.secret-salt";

    private static final Pattern FORM =
            Pattern.compile("<?B([A-Za-z0-9/=]{6})-([A-Za-z0-9_=]{5})-([A-Za-z0-9+/]{24})-[^<>\\s]+>?");
    private static final int CODE_LENGTH = 6;
    /** Recipient, entry and thread, 4 bytes each, and the kind of recipient. */
    private static final int SIGNED_BYTES = 13;

    private static final int SIGNATURE_BYTES = 5;
    private static final int RANDOM_LENGTH = 5;
    private static final String RANDOM = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_=";

    private final byte @Nullable [] secret;
    private final String code;

    private OwnMessageIds(@Nullable String secret) {
        this.secret = secret == null ? null : secret.getBytes(StandardCharsets.UTF_8);
        this.code = this.secret == null ? "" : code(this.secret);
    }

    public static OwnMessageIds of(Optional<String> secret) {
        return new OwnMessageIds(
                secret.map(String::strip).filter(text -> !text.isEmpty()).orElse(null));
    }

    /**
     * The thread and entry in a Message-Id of the help desk. They may no longer exist.
     *
     * @param entry 0 for none
     * @param thread 0 for none
     */
    public record Named(int entry, int thread) {}

    /**
     * @param messageId with or without its angle brackets
     * @return null if it is not an id of the help desk
     */
    public @Nullable Named read(String messageId) {
        Matcher form = secret == null ? null : FORM.matcher(messageId);
        if (form == null || !form.matches() || !isEqual(form.group(1), code)) {
            return null;
        }
        byte[] tag = Base64.getDecoder().decode(form.group(3));
        byte[] signed = Arrays.copyOf(tag, SIGNED_BYTES);
        byte[] signature = Arrays.copyOfRange(tag, SIGNED_BYTES, tag.length);
        byte[] right = signature(signed, form.group(2), signature.length);
        ByteBuffer ids = ByteBuffer.wrap(signed).order(ByteOrder.LITTLE_ENDIAN);
        int entry = ids.getInt(Integer.BYTES);
        int thread = ids.getInt(2 * Integer.BYTES);
        return MessageDigest.isEqual(signature, right) && entry >= 0 && thread >= 0 ? new Named(entry, thread) : null;
    }

    /**
     * A new Message-Id, with its angle brackets. Without a secret it names nothing.
     *
     * @param kind of recipient: {@code S} agent, {@code U} user, {@code C} collaborator, {@code M} several, {@code ?}
     * @param recipient its id, 0 for none
     * @param entry 0 for none; {@code thread} likewise
     * @param address of the sender
     */
    public String write(char kind, int recipient, int entry, int thread, String address) {
        if (secret == null) {
            return "<" + UUID.randomUUID() + address.substring(Math.max(0, address.lastIndexOf('@'))) + ">";
        }
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(recipient)
                .putInt(entry)
                .putInt(thread)
                .put((byte) kind)
                .array();
        String random = random();
        byte[] tag = Arrays.copyOf(signed, SIGNED_BYTES + SIGNATURE_BYTES);
        System.arraycopy(signature(signed, random, SIGNATURE_BYTES), 0, tag, SIGNED_BYTES, SIGNATURE_BYTES);
        return "<B" + code + "-" + random + "-" + Base64.getEncoder().encodeToString(tag) + "-" + address + ">";
    }

    private static String random() {
        StringBuilder random = new StringBuilder(RANDOM_LENGTH);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            random.append(RANDOM.charAt(ThreadLocalRandom.current().nextInt(RANDOM.length())));
        }
        return random.toString();
    }

    private byte[] signature(byte[] signed, String random, int length) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            mac.update(signed);
            mac.update(random.getBytes(StandardCharsets.US_ASCII));
            byte[] whole = mac.doFinal(code.getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOfRange(whole, whole.length - length, whole.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code(byte[] secret) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update("mail".getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder()
                    .encodeToString(md5.digest(secret))
                    .substring(0, CODE_LENGTH)
                    .replace('+', '=');
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
