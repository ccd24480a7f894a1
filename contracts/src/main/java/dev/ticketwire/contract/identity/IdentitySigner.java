package dev.ticketwire.contract.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.PrivateKey;
import java.time.Duration;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Signs identities. All requests of an identity to a service share a token for ten seconds, because signing is
 * expensive.
 */
public final class IdentitySigner {
    /** How long a service accepts a token. */
    private static final int VALID_SECONDS = 30;

    private static final Duration REUSED_FOR = Duration.ofSeconds(10);
    private static final int MAX_TOKENS = 10_000;

    private final PrivateKey key;
    private final Cache<TokenKey, String> tokens = Caffeine.newBuilder()
            .expireAfterWrite(REUSED_FOR)
            .maximumSize(MAX_TOKENS)
            .build();

    private record TokenKey(String service, Identity identity) {}

    /** @param privateKey Ed25519, PKCS#8 in base64 */
    public IdentitySigner(String privateKey) {
        this.key = Ed25519Keys.privateKey(privateKey);
    }

    /**
     * A token for the requests of the next seconds.
     *
     * @param service name of the service that accepts it; others do not
     */
    public String token(String service, Identity identity) {
        return tokens.get(new TokenKey(service, identity), this::signed);
    }

    private String signed(TokenKey wanted) {
        return signed(wanted.service, wanted.identity);
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
