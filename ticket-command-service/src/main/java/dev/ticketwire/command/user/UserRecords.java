package dev.ticketwire.command.user;

import dev.ticketwire.command.entry.SearchRows;
import dev.ticketwire.command.form.AnsweredField;
import dev.ticketwire.command.form.CustomDataRows;
import dev.ticketwire.command.form.FormEntry;
import dev.ticketwire.command.form.FormEntryRows;
import dev.ticketwire.command.form.FormRules;
import java.util.List;

/** What osTicket keeps of users besides the users themselves: their form, their custom data, what the search finds. */
public final class UserRecords {
    private final FormRules form;
    private final FormEntryRows entries;
    private final CustomDataRows data;
    private final SearchRows search;

    /**
     * @param form the users' form
     * @param entries and the other two: receive the rows, and are written by the caller
     */
    public UserRecords(FormRules form, FormEntryRows entries, CustomDataRows data, SearchRows search) {
        this.form = form;
        this.entries = entries;
        this.data = data;
        this.search = search;
    }

    /**
     * Adds what is missing of a user that is written already.
     *
     * @param answers of a new one
     */
    public void add(Requester user, List<AnsweredField> answers) {
        if (!user.claimForm()) {
            return;
        }
        FormEntry entry = new FormEntry(form.id(), 1, null, user.isNew() ? answers : form.unanswered());
        entries.add(entry, "U", user.id());
        data.add(user.id(), entry.answers());
        if (user.isNew()) {
            search.addUser(
                    user.id(),
                    user.name(),
                    entry.answers().stream().map(AnsweredField::display).toList(),
                    user.address(),
                    Requesters.stored(user.address()));
        }
    }

    /** Adds what is missing of somebody new who answered nothing. */
    public void addUnasked(Requester user) {
        if (user.isNew()) {
            add(user, form.unanswered());
        }
    }
}
