package dev.ticketwire.contract.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
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

/** Verifies that a token is signed by the gateway, for this service, and not expired. Each token is verified once. */
public final class IdentityVerifier {
    /** The most by which the clocks of gateway and service may differ. */
    private static final int SKEW_SECONDS = 10;

    private static final int MAX_TOKENS = 10_000;

    private final List<JwtConsumer> consumers;
    /** Tokens that were valid. Invalid ones are not kept, so that they displace none. */
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(MAX_TOKENS)
            .expireAfter(Expiry.creating((String token, Verified known) -> known.remaining()))
            .build();

    private record Verified(Identity identity, long untilMillis) {
        Duration remaining() {
            return Duration.ofMillis(Math.max(0, untilMillis - System.currentTimeMillis()));
        }
    }

    /** @param publicKeys Ed25519, X.509 in base64; more than one while the gateway's key is being changed */
    public IdentityVerifier(String service, Collection<String> publicKeys) {
        this.consumers = publicKeys.stream()
                .map(key -> new JwtConsumerBuilder()
                        .setVerificationKey(Ed25519Keys.publicKey(key))
                        .setJwsAlgorithmConstraints(
                                new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA))
                        .setExpectedIssuer(Identity.ISSUER)
                        .setExpectedAudience(service)
                        .setRequireExpirationTime()
                        .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                        .build())
                .toList();
    }

    /** @return null if the token is missing, invalid or expired */
    public @Nullable Identity verify(@Nullable String token) {
        Verified known = token == null ? null : verified.get(token, this::verified);
        return known != null && System.currentTimeMillis() < known.untilMillis ? known.identity : null;
    }

    private @Nullable Verified verified(String token) {
        for (JwtConsumer consumer : consumers) {
            try {
                JwtClaims claims = consumer.processToClaims(token);
                Identity identity = new Identity(
                        Integer.parseInt(claims.getClaimValueAsString(Identity.API_KEY)),
                        Departments.parse(claims.getStringClaimValue(Identity.DEPARTMENTS)),
                        Boolean.TRUE.equals(claims.getClaimValue(Identity.NOTES, Boolean.class)));
                long until = claims.getExpirationTime().getValueInMillis() + SKEW_SECONDS * 1000L;
                return new Verified(identity, until);
            } catch (InvalidJwtException | MalformedClaimException | RuntimeException e) {
                // Another key may have signed it.
                continue;
            }
        }
        return null;
    }
}
