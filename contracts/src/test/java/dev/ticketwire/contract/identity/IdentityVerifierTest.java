package dev.ticketwire.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityVerifierTest {
    private static final KeyPair KEYS = pair();
    private static final KeyPair OTHERS = pair();
    private static final Identity SALES = new Identity(7, Departments.of(List.of(1, 4)), false);

    private final IdentitySigner signer =
            new IdentitySigner(text(KEYS.getPrivate().getEncoded()));
    private final IdentityVerifier verifier = verifier(KEYS);

    @Test
    void whatTheGatewaySignedIsTaken() {
        String token = signer.token("stats-service", SALES);

        assertThat(verifier.verify(token)).isEqualTo(SALES);
        assertThat(verifier.verify(token)).isEqualTo(SALES);
    }

    @Test
    void aTokenServesTheRequestsOfTheSameMoment() {
        assertThat(signer.token("stats-service", SALES)).isEqualTo(signer.token("stats-service", SALES));
        assertThat(signer.token("stats-service", SALES)).isNotEqualTo(signer.token("stats-service", Identity.GATEWAY));
    }

    @Test
    void aTokenForAnotherServiceIsNotTaken() {
        assertThat(verifier.verify(signer.token("ticket-query-service", SALES))).isNull();
    }

    @Test
    void aTokenOfAnotherKeyIsTakenOnlyWhileThatKeyIsValidToo() {
        String token = new IdentitySigner(text(OTHERS.getPrivate().getEncoded())).token("stats-service", SALES);

        assertThat(verifier.verify(token)).isNull();
        assertThat(verifier(KEYS, OTHERS).verify(token)).isEqualTo(SALES);
    }

    @Test
    void nothingIsNoToken() {
        assertThat(verifier.verify(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void rubbishIsNoToken(String text) {
        assertThat(verifier.verify(text)).isNull();
    }

    @Test
    void aChangedTokenIsNotTaken() {
        String token = signer.token("stats-service", SALES);
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), java.nio.charset.StandardCharsets.UTF_8)
                .replace("1,4", "1,2");
        String changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(verifier.verify(parts[0] + '.' + changed + '.' + parts[2])).isNull();
    }

    @Test
    void aTokenThatSaysNothingOfNotesShowsNone() throws JoseException {
        assertThat(verifier.verify(signed(claims(30, "all"), KEYS.getPrivate())))
                .isNotNull()
                .extracting(Identity::seesNotes)
                .isEqualTo(false);
    }

    @Test
    void anExpiredTokenIsNotTaken() throws JoseException {
        assertThat(verifier.verify(signed(claims(-11, "all"), KEYS.getPrivate())))
                .isNull();
        assertThat(verifier.verify(signed(claims(-5, "all"), KEYS.getPrivate())))
                .isNotNull();
    }

    @Test
    void aTokenWithoutDepartmentsOrWithUnreadableOnesIsNotTaken() throws JoseException {
        assertThat(verifier.verify(signed(claims(30, ""), KEYS.getPrivate()))).isNull();
        assertThat(verifier.verify(signed(claims(30, null), KEYS.getPrivate()))).isNull();
    }

    @Test
    void aTokenThatIsMacedWithThePublicKeyIsNotTaken() throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims(30, "all").toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(new HmacKey(KEYS.getPublic().getEncoded()));

        assertThat(verifier.verify(signature.getCompactSerialization())).isNull();
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithoutSayingWhatWasSet() {
        assertThatThrownBy(() -> new IdentitySigner("c2VjcmV0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no private Ed25519 key (PKCS#8, base64)")
                .hasNoCause();
    }

    private static JwtClaims claims(int validSeconds, @Nullable String departments) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(Identity.ISSUER);
        claims.setAudience("stats-service");
        claims.setExpirationTimeMinutesInTheFuture(validSeconds / 60f);
        claims.setClaim(Identity.API_KEY, 7);
        if (departments != null) {
            claims.setClaim(Identity.DEPARTMENTS, departments);
        }
        return claims;
    }

    private static String signed(JwtClaims claims, PrivateKey key) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKey(key);
        return signature.getCompactSerialization();
    }

    private static IdentityVerifier verifier(KeyPair... keys) {
        return new IdentityVerifier(
                "stats-service",
                java.util.Arrays.stream(keys)
                        .map(pair -> text(pair.getPublic().getEncoded()))
                        .toList());
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
