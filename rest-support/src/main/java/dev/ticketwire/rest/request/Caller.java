package dev.ticketwire.rest.request;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The identity of the caller of the current request. */
@RequestScoped
public class Caller {
    private @Nullable Identity identity;

    void setIdentity(Identity verified) {
        this.identity = verified;
    }

    /** The id of the API key; 0 for the gateway itself. */
    public int apiKeyId() {
        return identity().apiKeyId();
    }

    /** The departments whose tickets the caller may see. Other tickets must look as if they did not exist. */
    public Departments departments() {
        return identity().departments();
    }

    public Identity identity() {
        return Objects.requireNonNull(identity, "no identity");
    }
}
