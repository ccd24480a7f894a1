package dev.ticketwire.osticket.key;

import dev.ticketwire.osticket.reference.SecretDigest;
import java.security.SecureRandom;

/** A new secret of one of Ticketwire's own keys. It is shown once and never stored. */
public final class KeySecret {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    /** In characters of five bits each. */
    private static final int LENGTH = 32;

    private static final String MARK = "tw_";
    private static final int RECOGNISABLE = MARK.length() + 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private KeySecret(String text) {
        this.text = text;
    }

    public static KeySecret made() {
        StringBuilder text = new StringBuilder(MARK);
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new KeySecret(text.toString());
    }

    /** The text that the caller sends. */
    public String text() {
        return text;
    }

    String prefix() {
        return text.substring(0, RECOGNISABLE);
    }

    String digest() {
        return SecretDigest.of(text);
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }
}
