package dev.ticketwire.contract.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/** Verifies that a token is the gateway's, for this service, and has not expired. Each token is verified once. */
public final class IdentityVerifier {
    /** Maximum difference between the clocks of gateway and service. */
    private static final int SKEW_SECONDS = 10;

    private static final int MAX_TOKENS = 10_000;

    /** Longer than a token is valid: entries are checked for expiry when they are used. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final List<JwtConsumer> consumers;
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MAX_TOKENS).build();

    private record Verified(Identity identity, long untilMillis) {}

    /** @param publicKeys Ed25519, X.509 in base64; more than one while the gateway's key is being changed */
    public IdentityVerifier(String service, Collection<String> publicKeys) {
        this.consumers = publicKeys.stream().map(key -> consumer(service, key)).toList();
    }

    private static JwtConsumer consumer(String service, String publicKey) {
        return new JwtConsumerBuilder()
                .setVerificationKey(Ed25519Keys.publicKey(publicKey))
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA))
                .setExpectedIssuer(Identity.ISSUER)
                .setExpectedAudience(service)
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .build();
    }

    /** @return null if the token is missing or not accepted */
    public @Nullable Identity verify(@Nullable String token) {
        if (token == null) {
            return null;
        }
        Verified known = verified.getIfPresent(token);
        if (known != null) {
            return System.currentTimeMillis() < known.untilMillis ? known.identity : null;
        }
        Verified fresh = verifyNow(token);
        if (fresh == null) {
            return null;
        }
        verified.put(token, fresh);
        return fresh.identity;
    }

    private @Nullable Verified verifyNow(String token) {
        for (JwtConsumer consumer : consumers) {
            try {
                return verified(consumer.processToClaims(token));
            } catch (InvalidJwtException | MalformedClaimException | RuntimeException e) {
                // Another key may fit.
                continue;
            }
        }
        return null;
    }

    private static Verified verified(JwtClaims claims) throws MalformedClaimException {
        Identity identity = new Identity(
                Integer.parseInt(claims.getClaimValueAsString(Identity.API_KEY)),
                Departments.parse(claims.getStringClaimValue(Identity.DEPARTMENTS)),
                Boolean.TRUE.equals(claims.getClaimValue(Identity.NOTES, Boolean.class)));
        long until = claims.getExpirationTime().getValueInMillis() + SKEW_SECONDS * 1000L;
        return new Verified(identity, until);
    }
}
