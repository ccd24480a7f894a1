package dev.ticketwire.contract.identity;

import java.security.PrivateKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs identities. A token is used for ten seconds by all requests of an identity to a service: signing costs. */
public final class IdentitySigner {
    /** How long a service takes a token. */
    private static final int VALID_SECONDS = 30;

    private static final long USED_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST_KEPT = 10_000;

    private final PrivateKey key;
    private final Map<For, Token> tokens = new ConcurrentHashMap<>();

    private record For(String service, Identity identity) {}

    private record Token(String text, long since) {}

    /** @param privateKey Ed25519, PKCS#8 in base64 */
    public IdentitySigner(String privateKey) {
        this.key = Ed25519Keys.privateKey(privateKey);
    }

    /** @param service name of the service that shall take it, which no other does */
    public String token(String service, Identity identity) {
        For wanted = new For(service, identity);
        long now = System.nanoTime();
        Token known = tokens.get(wanted);
        if (known != null && now - known.since < USED_NANOS) {
            return known.text;
        }
        if (tokens.size() >= MOST_KEPT) {
            tokens.values().removeIf(token -> now - token.since >= USED_NANOS);
        }
        Token fresh = new Token(signed(service, identity), now);
        tokens.put(wanted, fresh);
        return fresh.text;
    }

    private String signed(String service, Identity identity) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(Identity.ISSUER);
        claims.setAudience(service);
        NumericDate now = NumericDate.now();
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + VALID_SECONDS));
        claims.setClaim(Identity.API_KEY, identity.apiKeyId());
        claims.setClaim(Identity.DEPARTMENTS, identity.departments().toString());
        claims.setClaim(Identity.NOTES, identity.seesNotes());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
