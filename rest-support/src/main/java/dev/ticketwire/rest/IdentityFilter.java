package dev.ticketwire.rest;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.identity.IdentityVerifier;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses every request, whatever its path, that the gateway did not sign for this service. */
@Provider
@PreMatching
@ApplicationScoped
public class IdentityFilter implements ContainerRequestFilter {
    private static final String SETTING = "ticketwire.identity.public-keys";

    private final IdentityVerifier verifier;
    private final Caller caller;

    IdentityFilter(
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = SETTING) Optional<List<String>> publicKeys,
            Caller caller) {
        this.verifier = new IdentityVerifier(
                service,
                publicKeys.orElseThrow(() -> new IllegalStateException(
                        SETTING + " is not set: without the gateway's public key nobody can be answered")));
        this.caller = caller;
    }

    /** Makes the bean, so that a service without a key does not start. */
    void start(@Observes StartupEvent event) {}

    @Override
    public void filter(ContainerRequestContext request) {
        Identity identity = verifier.verify(request.getHeaderString(Identity.HEADER));
        if (identity == null) {
            request.abortWith(Answers.problem(Problem.of(Refusal.of(
                    ProblemCode.IDENTITY_MISSING, "Only the gateway may ask this service, with a valid identity"))));
        } else {
            caller.is(identity);
        }
    }
}
