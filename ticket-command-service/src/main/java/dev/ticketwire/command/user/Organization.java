package dev.ticketwire.command.user;

import dev.ticketwire.osticket.person.EmailAddress;
import java.util.Locale;

/** A requester's organisation. */
public final class Organization {
    private final int id;
    private final String manager;
    private final int status;
    private final String domains;
    private boolean lacksForm;

    /**
     * @param manager {@code s<agent id>} or {@code t<team id>}, empty if none
     * @param status bits, see the predicates
     * @param domains comma list of e-mail domains; one with a leading {@code .} means any subdomain
     */
    Organization(int id, String manager, int status, String domains, boolean lacksForm) {
        this.id = id;
        this.manager = manager;
        this.status = status;
        this.domains = domains;
        this.lacksForm = lacksForm;
    }

    public int id() {
        return id;
    }

    public boolean membersCollaborate() {
        return (status & 3) != 0;
    }

    /** Whether only primary contacts become collaborators, not every member. */
    public boolean onlyPrimaryContactsCollaborate() {
        return (status & 3) == 2;
    }

    /** The account manager that new tickets are assigned to: {@code s<agent id>}, {@code t<team id>}, empty if none. */
    public String assignee() {
        return (status & 4) != 0 ? manager : "";
    }

    /** Returns true once: the caller then writes the form entry. */
    public boolean claimForm() {
        boolean claimed = lacksForm;
        lacksForm = false;
        return claimed;
    }

    boolean owns(String address) {
        if (domains.isEmpty()) {
            return false;
        }
        String domain = EmailAddress.domain(address);
        for (String entry : domains.split(",")) {
            String own = entry.strip().toLowerCase(Locale.ROOT);
            if (own.startsWith(".") ? domain.endsWith(own) : !own.isEmpty() && domain.equals(own)) {
                return true;
            }
        }
        return false;
    }
}
