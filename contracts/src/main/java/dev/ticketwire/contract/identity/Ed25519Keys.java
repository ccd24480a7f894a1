package dev.ticketwire.contract.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * Parses keys in settings: the output of {@code openssl genpkey -algorithm ed25519} without its first and last line.
 */
final class Ed25519Keys {
    private static final String ALGORITHM = "Ed25519";

    private Ed25519Keys() {}

    /** @throws IllegalArgumentException if it is not such a key; the message does not contain the text */
    static PrivateKey privateKey(String base64) {
        try {
            return factory().generatePrivate(new PKCS8EncodedKeySpec(bytes(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("no private Ed25519 key (PKCS#8, base64)");
        }
    }

    /** @throws IllegalArgumentException if it is not such a key */
    static PublicKey publicKey(String base64) {
        try {
            return factory().generatePublic(new X509EncodedKeySpec(bytes(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("no public Ed25519 key (X.509, base64)");
        }
    }

    private static KeyFactory factory() throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM);
    }

    private static byte[] bytes(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }
}
