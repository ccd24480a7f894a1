package dev.ticketwire.command.create;

import static dev.ticketwire.osticket.sql.Column.column;
import static dev.ticketwire.osticket.sql.Column.fixed;

import dev.ticketwire.command.change.DepartmentReferrals;
import dev.ticketwire.command.create.number.TicketNumbers;
import dev.ticketwire.command.entry.SearchRows;
import dev.ticketwire.command.entry.ThreadEvent;
import dev.ticketwire.command.entry.ThreadEventRows;
import dev.ticketwire.command.form.AnsweredField;
import dev.ticketwire.command.form.CustomDataRows;
import dev.ticketwire.command.form.FormEntry;
import dev.ticketwire.command.form.FormEntryRows;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.command.notice.Notices;
import dev.ticketwire.command.ticket.SlaDeadlines;
import dev.ticketwire.command.user.Organization;
import dev.ticketwire.command.user.Requesters;
import dev.ticketwire.command.user.UserRecords;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the new tickets of a wave with all their rows: one statement for each table, whatever the number of tickets.
 */
final class NewTicketRows {
    private static final Insert<ThreadRow> THREAD = Insert.into(
            "{thread}",
            column("object_id", ThreadRow::ticket),
            fixed("object_type", "'T'"),
            column("lastresponse", row -> row.answered ? row.created : null),
            column("lastmessage", ThreadRow::created),
            column("created", ThreadRow::created));

    private final Connection connection;
    private final OpenTicketRules rules;
    private final Notices notices;
    private final Reference reference;
    private final SlaDeadlines deadlines;
    private final LocalDateTime opened;
    private final String now;
    private final SearchRows search = new SearchRows();

    /** @param answered whether a canned response was posted */
    private record ThreadRow(int ticket, boolean answered, String created) {}

    NewTicketRows(Connection connection, OpenTicketRules rules, Notices notices, LocalDateTime now) {
        this.connection = connection;
        this.notices = notices;
        this.rules = rules;
        this.reference = rules.reference();
        this.deadlines = new SlaDeadlines(reference, rules.databaseZone());
        this.opened = now;
        this.now = DatabaseTime.format(now);
    }

    void write(List<TicketDraft> drafts, Requesters requesters) throws SQLException {
        requesters.writeNew(connection, now);
        InitialEntryRows entries = new InitialEntryRows(connection, rules, notices, opened);
        entries.writeFiles(drafts);
        CannedResponses canned = CannedResponses.find(connection, drafts);
        TicketNumbers numbers = new TicketNumbers(connection, now);
        numbers.assign(drafts);
        writeTickets(drafts);
        numbers.confirm(drafts);
        writeThreads(drafts, canned);
        writeForms(drafts);
        Collaborators.join(connection, drafts, rules, now);
        refer(drafts);
        writeEvents(drafts);
        entries.write(drafts, canned, search);
        search.write(connection);
    }

    private void writeTickets(List<TicketDraft> drafts) throws SQLException {
        List<NewTicketRow> rows = new ArrayList<>();
        for (TicketDraft draft : drafts) {
            EffectiveRouting routing = draft.routing;
            draft.estimatedDueDate =
                    deadlines.of(routing.serviceLevel(), reference.departments().get(routing.department()), opened);
            rows.add(new NewTicketRow(draft, now));
        }
        int[] ids = NewTicketRow.INSERT.returning(connection, "ticket_id", rows);
        for (int i = 0; i < ids.length; i++) {
            drafts.get(i).ticketWritten(ids[i]);
        }
    }

    private void writeThreads(List<TicketDraft> drafts, CannedResponses canned) throws SQLException {
        List<ThreadRow> rows = new ArrayList<>();
        for (TicketDraft draft : drafts) {
            rows.add(new ThreadRow(draft.ticketId(), canned.of(draft) != null, now));
        }
        int[] ids = THREAD.returning(connection, "id", rows);
        for (int i = 0; i < ids.length; i++) {
            drafts.get(i).threadWritten(ids[i]);
        }
    }

    private void writeForms(List<TicketDraft> drafts) throws SQLException {
        FormEntryRows entries = new FormEntryRows(now);
        CustomDataRows tickets = rules.ticketData().fresh();
        CustomDataRows users = rules.userData().fresh();
        UserRecords records = new UserRecords(rules.userForm(), entries, users, search);
        List<Organization> organizations = new ArrayList<>();
        for (TicketDraft draft : drafts) {
            records.add(draft.requester, draft.forms.ofUser().answers());
            draft.copied.forEach(joined -> records.addUnasked(joined.user()));
            addOrganization(draft.requester.organization(), entries, organizations);
            addTicketForms(draft, entries, tickets);
        }
        entries.write(connection);
        users.write(connection);
        tickets.write(connection);
        writeData(organizations);
    }

    private void addTicketForms(TicketDraft draft, FormEntryRows entries, CustomDataRows data) {
        List<FormEntry> forms = draft.forms.ofTicket();
        forms.forEach(form -> entries.add(form, "T", draft.ticketId()));
        data.add(draft.ticketId(), forms.getFirst().answers());
        search.addTicket(draft.ticketId(), draft.number(), draft.message.subject(), shown(forms));
    }

    /** osTicket creates a missing organisation form when a member opens a ticket. */
    private void addOrganization(
            @Nullable Organization organization, FormEntryRows entries, List<Organization> missing) {
        if (organization != null && organization.claimForm()) {
            FormRules form = rules.organizationForm();
            entries.add(new FormEntry(form.id(), 1, null, form.unanswered()), "O", organization.id());
            missing.add(organization);
        }
    }

    private void writeData(List<Organization> organizations) throws SQLException {
        if (organizations.isEmpty()) {
            return;
        }
        String table = "{organization__cdata}";
        CustomDataRows data =
                CustomDataRows.of(table, "org_id", CustomDataRows.columns(connection, table), rules.organizationForm());
        organizations.forEach(organization ->
                data.add(organization.id(), rules.organizationForm().unanswered()));
        data.write(connection);
    }

    /** The displayed answers of all forms, in the {@code sort} order of their fields. */
    private static List<String> shown(List<FormEntry> forms) {
        Stream<AnsweredField> answers = forms.stream().flatMap(form -> form.answers().stream());
        return (forms.size() == 1 ? answers : answers.sorted(Comparator.comparingInt(answer -> answer.field().sort)))
                .map(AnsweredField::display)
                .toList();
    }

    /** Refers tickets to the departments of the other mailboxes that a mail was sent to. */
    private void refer(List<TicketDraft> drafts) throws SQLException {
        DepartmentReferrals referrals = new DepartmentReferrals(now);
        for (TicketDraft draft : drafts) {
            for (int department : DepartmentReferrals.wanted(
                    draft.request.mailboxes(), draft.routing.finalDepartment(), draft.request.mailboxId())) {
                referrals.add(draft.threadId(), department);
                draft.events.add(ThreadEvent.referred(draft.staffId(), draft.teamId(), department));
            }
        }
        referrals.write(connection);
    }

    private void writeEvents(List<TicketDraft> drafts) throws SQLException {
        ThreadEventRows rows = new ThreadEventRows(reference, now);
        for (TicketDraft draft : drafts) {
            for (ThreadEvent event : draft.events) {
                rows.add(
                        draft.threadId(),
                        event,
                        draft.routing.department(),
                        draft.routing.topicId(),
                        event.byRequester() ? draft.requester.id() : null);
            }
        }
        rows.write(connection);
    }
}
