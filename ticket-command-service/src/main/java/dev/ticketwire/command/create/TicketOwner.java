package dev.ticketwire.command.create;

import dev.ticketwire.command.form.AnsweredField;
import dev.ticketwire.command.form.FormEntry;
import dev.ticketwire.command.user.Requester;
import dev.ticketwire.command.user.Requesters;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.person.EmailAddress;
import dev.ticketwire.osticket.person.PersonName;
import dev.ticketwire.osticket.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Determines the owner of a new ticket: the user with the request's address, else a new user. */
final class TicketOwner {
    private final Requesters requesters;
    private final RequestForms forms;
    private final boolean mailed;
    private final List<AnsweredField> answers = new ArrayList<>();
    private String email;
    private String name;
    private @Nullable Requester known;
    private boolean answersAreValid = true;

    TicketOwner(TicketRequest request, Requesters requesters, RequestForms forms) {
        OpenTicket command = request.command();
        this.requesters = requesters;
        this.forms = forms;
        this.mailed = request.mail() != null;
        this.email = Objects.requireNonNullElse(command.requester().email(), "");
        this.name = Objects.requireNonNullElse(command.requester().name(), "");
    }

    /** Looks up the address. For a new user, reads the answers to the user form. */
    void lookUp() {
        known = requesters.of(email);
        answers.clear();
        answersAreValid = known != null || forms.answerUserForm(answers);
    }

    /** Makes the {@code Reply-To} of the mail the owner. */
    void change(ReceiveMail.Address replyTo) {
        email = replyTo.email();
        name = replyTo.name().isBlank() ? name : replyTo.name();
        lookUp();
    }

    String email() {
        return email;
    }

    /** The existing user; null for a new one. */
    @Nullable
    Requester known() {
        return known;
    }

    FilterValues matchValues(Reference reference) {
        return new FilterValues(reference, email, known == null ? name : known.name());
    }

    void addAnswers(FilterValues values) {
        values.add(answers);
        if (known != null) {
            values.addStored(known.answers());
        }
    }

    /**
     * The new user that the request describes; null if the description is invalid.
     *
     * @param domainExists whether the domain of an address may exist
     */
    @Nullable
    Requester newcomer(Predicate<String> domainExists, ValidationErrors errors) {
        boolean reachable =
                (mailed ? EmailAddress.isOfMail(email) : EmailAddress.isValid(email)) && domainExists.test(email);
        String stored = reachable && mailed ? Requesters.named(name, email) : PersonName.stored(name);
        if (!answersAreValid || stored.isEmpty() || !reachable) {
            errors.add("user", "Incomplete client information", reachable ? forms.invalidUserMember() : "email");
            return null;
        }
        return requesters.newcomer(stored, email);
    }

    /** @param form the user form */
    FormEntry entry(int form) {
        return new FormEntry(form, 1, null, List.copyOf(answers));
    }
}
