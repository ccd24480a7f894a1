package dev.ticketwire.contract.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.security.PrivateKey;
import java.time.Duration;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Signs identities. Signing is expensive, so all requests of an identity to a service share a token for ten seconds.
 */
public final class IdentitySigner {
    /** How long a service accepts a token. */
    private static final int VALID_SECONDS = 30;

    private static final Duration REUSED = Duration.ofSeconds(10);
    private static final int MAX_TOKENS = 10_000;

    private final PrivateKey key;
    private final LoadingCache<TokenKey, String> tokens = Caffeine.newBuilder()
            .expireAfterWrite(REUSED)
            .maximumSize(MAX_TOKENS)
            .build(this::sign);

    private record TokenKey(String service, Identity identity) {}

    /** @param privateKey Ed25519, PKCS#8 in base64 */
    public IdentitySigner(String privateKey) {
        this.key = Ed25519Keys.privateKey(privateKey);
    }

    /** @param service name of the only service that accepts the token */
    public String token(String service, Identity identity) {
        return tokens.get(new TokenKey(service, identity));
    }

    private String sign(TokenKey token) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims(token).toJson());
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JwtClaims claims(TokenKey token) {
        Identity identity = token.identity();
        NumericDate now = NumericDate.now();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(Identity.ISSUER);
        claims.setAudience(token.service());
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + VALID_SECONDS));
        claims.setClaim(Identity.API_KEY, identity.apiKeyId());
        claims.setClaim(Identity.DEPARTMENTS, identity.departments().toString());
        claims.setClaim(Identity.NOTES, identity.seesNotes());
        return claims;
    }
}
