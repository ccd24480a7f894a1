package dev.ticketwire.rest.request;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.identity.IdentityVerifier;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Knows the gateway by its signature: in requests to resources, and in those that a service takes without them. */
@ApplicationScoped
public class IdentityCheck {
    private static final String SETTING = "ticketwire.identity.public-keys";

    private final IdentityVerifier verifier;

    IdentityCheck(
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = SETTING) Optional<List<String>> publicKeys) {
        this.verifier = new IdentityVerifier(
                service,
                publicKeys.orElseThrow(() -> new IllegalStateException(
                        SETTING + " is not set: without the gateway's public key nobody can be answered")));
    }

    /** Creates the bean at startup, so that a service without a public key does not start. */
    void start(@Observes StartupEvent event) {}

    /**
     * The caller of a request.
     *
     * @param token the header {@link Identity#HEADER}, null if it is missing
     * @throws Refused 401 without a valid token that the gateway signed for this service
     */
    public Identity caller(@Nullable String token) {
        Identity identity = verifier.verify(token);
        if (identity == null) {
            throw Refused.of(
                    ProblemCode.IDENTITY_MISSING, "Only the gateway may ask this service, with a valid identity");
        }
        return identity;
    }
}
