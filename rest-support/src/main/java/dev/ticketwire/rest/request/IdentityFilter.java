package dev.ticketwire.rest.request;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.Problem;
import dev.ticketwire.rest.ProblemResponses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Refuses every request without a valid identity token that the gateway signed for this service. */
@Provider
@PreMatching
@ApplicationScoped
public class IdentityFilter implements ContainerRequestFilter {
    private final IdentityCheck check;
    private final Caller caller;

    IdentityFilter(IdentityCheck check, Caller caller) {
        this.check = check;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            caller.setIdentity(check.caller(request.getHeaderString(Identity.HEADER)));
        } catch (Refused refused) {
            request.abortWith(ProblemResponses.response(Problem.of(refused.refusal())));
        }
    }
}
