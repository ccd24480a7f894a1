package dev.ticketwire.command.collaborator;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.sql.Collation;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The people who can only become inactive collaborators: agents, if {@code disable_agent_collabs} is set. */
public final class InactiveCollaborators {
    /** Addresses by {@link Collation#key}. */
    private final Set<String> addresses;

    private InactiveCollaborators(Set<String> addresses) {
        this.addresses = addresses;
    }

    public static InactiveCollaborators of(Reference reference) {
        return new InactiveCollaborators(
                reference.config().flag("disable_agent_collabs")
                        ? reference.staff().all().stream()
                                .filter(agent -> agent.email != null)
                                .map(agent -> Collation.key(Objects.requireNonNullElse(agent.email, "")))
                                .collect(Collectors.toSet())
                        : Set.of());
    }

    public boolean has(String address) {
        return addresses.contains(Collation.key(address));
    }
}
