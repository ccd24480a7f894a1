package dev.ticketwire.seed;

import static dev.ticketwire.seed.SyntheticTicket.NEVER;

import dev.ticketwire.seed.HelpDesk.Field;
import dev.ticketwire.seed.SyntheticTicket.Routing;
import dev.ticketwire.seed.SyntheticTicket.Times;
import java.util.stream.LongStream;

/** The rows of one ticket, as osTicket would have written them over time. */
final class SyntheticTicketRows {
    private final HelpDesk desk;
    private final TextGenerator texts;
    private final TicketBatch batch;

    SyntheticTicketRows(HelpDesk desk, TextGenerator texts, TicketBatch batch) {
        this.desk = desk;
        this.texts = texts;
        this.batch = batch;
    }

    /**
     * @param parent id of its parent, 0 for none
     * @param ids of its rows
     */
    void write(SyntheticTicket ticket, int user, int parent, TicketRowIds ids) {
        RandomChoices random = new RandomChoices(ticket.number(), 3);
        String subject = texts.subject(random);
        SyntheticEntryRows entries = new SyntheticEntryRows(new Thread(ticket, user, ids), desk, texts, batch);
        entries.write(subject, random);
        ticketRow(ticket, user, parent, ids, entries, random);
        formRows(ticket, subject, ids, random);
        TableRows row =
                batch.to(SeededTable.THREAD).numbers(ids.thread(), ids.ticket()).text("T");
        row.times(entries.lastResponse(), entries.lastMessage(), ticket.times().created())
                .end();
        new SyntheticEventRows(new Thread(ticket, user, ids), desk, batch).write();
    }

    /**
     * The ticket whose entries and events are written.
     *
     * @param user id of the requester
     */
    record Thread(SyntheticTicket ticket, int user, TicketRowIds ids) {}

    private void ticketRow(
            SyntheticTicket ticket,
            int user,
            int parent,
            TicketRowIds ids,
            SyntheticEntryRows entries,
            RandomChoices random) {
        TableRows row = batch.to(SeededTable.TICKET).number(ids.ticket()).reference(parent);
        row.text(SyntheticNames.number(ticket.number()));
        Routing routing = ticket.routing();
        row.numbers(user, ticket.status().id(), routing.department(), routing.serviceLevelId());
        row.numbers(routing.topic(), routing.assignee(), routing.team());
        row.texts("192.0.2." + (1 + random.nextInt(254)), ticket.source());
        row.number(ticket.overdue(desk.today()) == NEVER ? 0 : 1);
        row.number(entries.lastResponse() > entries.lastMessage() ? 1 : 0);
        Times times = ticket.times();
        row.times(times.due(), ticket.estimatedDue(), times.reopened(), times.closed());
        long activity = LongStream.of(times.created(), entries.lastMessage(), times.reopened(), times.closed())
                .max()
                .orElseThrow();
        row.times(activity, times.created(), Math.max(activity, entries.last())).end();
    }

    private void formRows(SyntheticTicket ticket, String subject, TicketRowIds ids, RandomChoices random) {
        TableRows entry = batch.to(SeededTable.FORM_ENTRY);
        entry.numbers(ids.formEntry(), desk.ticketForm().id(), ids.ticket()).text("T");
        entry.number(1)
                .times(ticket.times().created(), ticket.times().created())
                .end();
        FormAnswers answers = new FormAnswers(ticket, subject, random);
        for (Field field : desk.ticketForm().fields()) {
            answers.write(field, batch.to(SeededTable.FORM_VALUE).numbers(ids.formEntry(), field.id()));
        }
        TableRows custom = batch.to(SeededTable.TICKET_ANSWERS).number(ids.ticket());
        desk.ticketForm().columns().forEach(column -> custom.text(answers.column(column)));
        custom.end();
        TableRows search = batch.to(SeededTable.SEARCH).text("T").number(ids.ticket());
        search.texts(SyntheticNames.number(ticket.number()) + " " + subject, answers.display());
        search.end();
    }
}
