package dev.ticketwire.contract.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/** Tells whether a token is the gateway's, meant for this service, and of this moment. Each is verified once. */
public final class IdentityVerifier {
    /** By how much the clocks of gateway and service may differ. */
    private static final int SKEW_SECONDS = 10;

    private static final int MOST_KEPT = 10_000;

    private final List<JwtConsumer> consumers;
    private final Map<String, Verified> verified = new ConcurrentHashMap<>();

    private record Verified(Identity identity, long untilMillis) {}

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

    /** @return null if nothing may be answered to it */
    public @Nullable Identity verify(@Nullable String token) {
        if (token == null) {
            return null;
        }
        long now = System.currentTimeMillis();
        Verified known = verified.get(token);
        if (known != null) {
            return now < known.untilMillis ? known.identity : null;
        }
        Verified fresh = verified(token);
        if (fresh == null) {
            return null;
        }
        if (verified.size() >= MOST_KEPT) {
            verified.values().removeIf(old -> now >= old.untilMillis);
        }
        verified.put(token, fresh);
        return fresh.identity;
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
                // Perhaps by another key.
                continue;
            }
        }
        return null;
    }
}
