package dev.ticketwire.testsupport;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.identity.IdentitySigner;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The gateway's key pair for tests, for services and gateways under test. */
public final class TestIdentity {
    public static final String HEADER = Identity.HEADER;

    private static final KeyPair KEYS = pair();
    private static final IdentitySigner SIGNER =
            new IdentitySigner(text(KEYS.getPrivate().getEncoded()));

    private TestIdentity() {}

    /** Settings of the gateway, which has no public keys. */
    public static Map<String, String> gatewaySettings() {
        return Map.of("ticketwire.identity.private-key", text(KEYS.getPrivate().getEncoded()));
    }

    /** Settings of a service behind the gateway. */
    public static Map<String, String> serviceSettings() {
        return Map.of("ticketwire.identity.public-keys", text(KEYS.getPublic().getEncoded()));
    }

    /** @return a short-lived token for the {@link #HEADER} of a request to {@code service} */
    public static String token(String service, Departments departments) {
        return token(service, new Identity(1, departments, true));
    }

    /** As {@link #token(String, Departments)}, for another API key. */
    public static String token(String service, Identity identity) {
        return SIGNER.token(service, identity);
    }

    /** Makes REST Assured send a token for all departments by default. */
    public static void signRequests(String service) {
        Filter signing = (request, response, context) -> {
            if (!request.getHeaders().hasHeaderWithName(HEADER)) {
                request.header(HEADER, token(service, Departments.ALL));
            }
            return context.next(request, response);
        };
        RestAssured.replaceFiltersWith(List.of(signing));
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
