package dev.ticketwire.command.user;

import dev.ticketwire.command.entry.SearchRows;
import dev.ticketwire.command.form.AnsweredField;
import dev.ticketwire.command.form.CustomDataRows;
import dev.ticketwire.command.form.FormEntry;
import dev.ticketwire.command.form.FormEntryRows;
import dev.ticketwire.command.form.FormRules;
import java.util.List;

/** Writes what belongs to a user: form entry, custom data and search index. */
public final class UserRecords {
    private final FormRules form;
    private final FormEntryRows entries;
    private final CustomDataRows data;
    private final SearchRows search;

    /**
     * @param form the users' form
     * @param entries and the following parameters receive the rows; the caller writes them
     */
    public UserRecords(FormRules form, FormEntryRows entries, CustomDataRows data, SearchRows search) {
        this.form = form;
        this.entries = entries;
        this.data = data;
        this.search = search;
    }

    /**
     * Adds the missing rows of a user that is written already.
     *
     * @param answers of a new user
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

    /** Adds the missing rows of a new user without answers. */
    public void addUnasked(Requester user) {
        if (user.isNew()) {
            add(user, form.unanswered());
        }
    }
}
