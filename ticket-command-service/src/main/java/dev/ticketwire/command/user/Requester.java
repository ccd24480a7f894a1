package dev.ticketwire.command.user;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requester of a ticket: an existing user, or a new one who is written with the ticket. */
public final class Requester {
    private final String address;
    private final boolean newcomer;
    private final @Nullable Organization organization;
    private final Map<Integer, String> answers;
    private int id;
    private String name;
    private boolean lacksForm;

    private Requester(
            UserRow user, boolean newcomer, @Nullable Organization organization, Map<Integer, String> answers) {
        this.id = user.id();
        this.name = user.name();
        this.address = user.address();
        this.newcomer = newcomer;
        this.lacksForm = user.lacksForm();
        this.organization = organization;
        this.answers = answers;
    }

    static Requester known(UserRow user, @Nullable Organization organization, Map<Integer, String> answers) {
        return new Requester(user, false, organization, answers);
    }

    static Requester newcomer(String name, String address, @Nullable Organization organization) {
        return new Requester(new UserRow(0, name, address, 0, true), true, organization, Map.of());
    }

    /** The row in osTicket's user table; 0 until a new one is written. */
    public int id() {
        return id;
    }

    /** As stored, 1–128 characters. */
    public String name() {
        return name;
    }

    /** The e-mail address; for a new user as entered. */
    public String address() {
        return address;
    }

    /** Whether the user does not exist yet and is written with the ticket. */
    public boolean isNew() {
        return newcomer;
    }

    public @Nullable Organization organization() {
        return organization;
    }

    /**
     * Stored answers to the forms of the user and of the organisation by field id; read only if a filter compares them.
     */
    public Map<Integer, String> answers() {
        return answers;
    }

    /** Returns true once: the caller then writes the form entry. */
    public boolean claimForm() {
        boolean claimed = lacksForm;
        lacksForm = false;
        return claimed;
    }

    void written(int newId) {
        id = newId;
    }

    /** Takes over the row of a user that another transaction has inserted first. */
    void becomes(Requester winner) {
        id = winner.id;
        name = winner.name;
        lacksForm = winner.lacksForm;
    }
}
