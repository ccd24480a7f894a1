package dev.ticketwire.osticket.key;

import dev.ticketwire.osticket.reference.SecretDigest;
import java.security.SecureRandom;

/** A fresh secret of a key of Ticketwire's own. It is shown once and kept nowhere. */
public final class KeySecret {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    /** Of five bits each. */
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

    /** What the caller has to send. */
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
