package dev.ticketwire.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A strong entity tag (RFC 9110, 8.8.3).
 *
 * @param text with its quotation marks, as it stands in {@code ETag}
 */
public record EntityTag(String text) {
    private static final int LENGTH = 16;
    private static final Pattern LISTED = Pattern.compile("\\s*(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")\\s*(?:,|$)");

    /** The same for the same bytes, and for no others. */
    public static EntityTag of(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new EntityTag("\"" + HexFormat.of().formatHex(hash, 0, LENGTH) + "\"");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static EntityTag of(String identity) {
        return of(identity.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether a request with this {@code If-None-Match} has the answer already (weak comparison).
     *
     * @param ifNoneMatch null if it has no such header
     */
    public boolean isAmong(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        Matcher tags = LISTED.matcher(ifNoneMatch);
        while (tags.lookingAt()) {
            if (tags.group(1).equals(text)) {
                return true;
            }
            tags.region(tags.end(), ifNoneMatch.length());
        }
        return false;
    }

    /** Whether {@code tag} is this one and no weak one (strong comparison). A date is no tag. */
    public boolean is(String tag) {
        return tag.strip().equals(text);
    }
}
