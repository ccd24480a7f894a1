package dev.ticketwire.quickstart.launch;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * An Ed25519 key pair in the form of the services' settings.
 *
 * @param privateKey PKCS#8 in base64
 * @param publicKey X.509 in base64
 */
record EncodedKeyPair(String privateKey, String publicKey) {

    static EncodedKeyPair made() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return new EncodedKeyPair(
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line, so that both halves are stored together. */
    @Override
    public String toString() {
        return privateKey + " " + publicKey;
    }

    /** @param text result of {@link #toString} */
    static EncodedKeyPair parse(String text) {
        List<String> halves = List.of(text.split(" ", 2));
        return new EncodedKeyPair(halves.getFirst(), halves.getLast());
    }
}
