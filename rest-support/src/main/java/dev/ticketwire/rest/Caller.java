package dev.ticketwire.rest;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** On whose behalf the present request comes. */
@RequestScoped
public class Caller {
    private @Nullable Identity identity;

    void is(Identity verified) {
        this.identity = verified;
    }

    /** Of the key; 0 where the gateway asks for itself. */
    public int apiKeyId() {
        return identity().apiKeyId();
    }

    /** Whose tickets the answer may be about: others are to be as if they did not exist. */
    public Departments departments() {
        return identity().departments();
    }

    public Identity identity() {
        return Objects.requireNonNull(identity, "no identity");
    }
}
