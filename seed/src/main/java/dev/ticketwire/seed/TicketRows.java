package dev.ticketwire.seed;

import static dev.ticketwire.seed.SyntheticTicket.NEVER;

import dev.ticketwire.seed.HelpDesk.Agent;
import dev.ticketwire.seed.HelpDesk.Field;
import org.jspecify.annotations.Nullable;

/** The rows of one ticket, as osTicket would have written them by and by. */
final class TicketRows {
    private final HelpDesk desk;
    private final TextGenerator prose;
    private final TicketBatch batch;

    TicketRows(HelpDesk desk, TextGenerator prose, TicketBatch batch) {
        this.desk = desk;
        this.prose = prose;
        this.batch = batch;
    }

    /**
     * @param parent id of the ticket it hangs under, 0 none
     * @param ids of its rows
     */
    void write(SyntheticTicket story, int user, int parent, TicketRowIds ids) {
        RandomChoices draws = new RandomChoices(story.number(), 3);
        String subject = prose.subject(draws);
        ThreadEntryRows entries = new ThreadEntryRows(desk, prose, batch);
        entries.write(story, subject, user, ids, draws);
        ticket(story, user, parent, ids, entries, draws);
        answers(story, subject, ids, draws);
        batch.to(SeededTable.THREAD)
                .number(ids.thread())
                .number(ids.ticket())
                .text("T")
                .time(entries.lastResponse())
                .time(entries.lastMessage())
                .time(story.created())
                .end();
        events(story, user, ids.thread());
    }

    private void ticket(
            SyntheticTicket story,
            int user,
            int parent,
            TicketRowIds ids,
            ThreadEntryRows entries,
            RandomChoices draws) {
        long activity =
                Math.max(Math.max(story.created(), entries.lastMessage()), Math.max(story.reopened(), story.closed()));
        TableRows row = batch.to(SeededTable.TICKET).number(ids.ticket());
        (parent == 0 ? row.nothing() : row.number(parent)).text(SyntheticNames.number(story.number()));
        row.number(user).number(story.status().id()).number(story.department());
        row.number(story.serviceLevel() == null ? 0 : story.serviceLevel().id());
        row.number(story.topic()).number(story.staff()).number(story.team());
        row.text("192.0.2." + (1 + draws.below(254))).text(story.source());
        row.number(story.overdue(desk.today()) == NEVER ? 0 : 1);
        row.number(entries.lastResponse() > entries.lastMessage() ? 1 : 0);
        row.time(story.due()).time(story.estimatedDue()).time(story.reopened()).time(story.closed());
        row.time(activity)
                .time(story.created())
                .time(Math.max(activity, entries.last()))
                .end();
    }

    private void answers(SyntheticTicket story, String subject, TicketRowIds ids, RandomChoices draws) {
        batch.to(SeededTable.FORM_ENTRY)
                .number(ids.formEntry())
                .number(desk.ticketForm().id())
                .number(ids.ticket())
                .text("T")
                .number(1)
                .time(story.created())
                .time(story.created())
                .end();
        FormAnswers answers = new FormAnswers(story, subject, draws);
        for (Field field : desk.ticketForm().fields()) {
            answers.value(
                    field,
                    batch.to(SeededTable.FORM_VALUE).number(ids.formEntry()).number(field.id()));
        }
        TableRows custom = batch.to(SeededTable.TICKET_ANSWERS).number(ids.ticket());
        desk.ticketForm().columns().forEach(column -> custom.text(answers.column(column)));
        custom.end();
        batch.to(SeededTable.SEARCH)
                .text("T")
                .number(ids.ticket())
                .text(SyntheticNames.number(story.number()) + " " + subject)
                .text(answers.display())
                .end();
    }

    private void events(SyntheticTicket story, int user, int thread) {
        Agent agent = story.agent();
        event(story, thread, "created", 0, null, "SYSTEM", user, "U", 0, story.created());
        if (story.isAssigned()) {
            event(story, thread, "assigned", agent.id(), "{\"staff\":" + agent.id() + "}", agent, 0, story.created());
        }
        if (story.isReopened()) {
            String closed = "{\"status\":[" + desk.closed().getFirst().id() + ",\""
                    + desk.closed().getFirst().name() + "\"]}";
            event(story, thread, "closed", story.staff(), closed, agent, 1, story.first());
            event(story, thread, "reopened", story.staff(), null, "SYSTEM", user, "U", 0, story.reopened());
        }
        if (!story.isOpen()) {
            String closed = "{\"status\":[" + story.status().id() + ",\""
                    + story.status().name() + "\"]}";
            event(story, thread, "closed", story.staff(), closed, agent, 0, story.closed());
        }
        long overdue = story.overdue(desk.today());
        if (overdue != NEVER) {
            event(story, thread, "overdue", story.staff(), null, "SYSTEM", 0, "S", 0, overdue);
        }
    }

    private void event(
            SyntheticTicket story,
            int thread,
            String name,
            int staff,
            @Nullable String data,
            Agent by,
            int annulled,
            long at) {
        event(story, thread, name, staff, data, by.username(), by.id(), "S", annulled, at);
    }

    /** An event that the help desk does not know is left out. */
    private void event(
            SyntheticTicket story,
            int thread,
            String name,
            int staff,
            @Nullable String data,
            String by,
            int byId,
            String byType,
            int annulled,
            long at) {
        Integer id = desk.events().get(name);
        if (id == null) {
            return;
        }
        TableRows row = batch.to(SeededTable.THREAD_EVENT)
                .number(thread)
                .text("T")
                .number(id)
                .number(staff);
        row.number(name.equals("created") ? 0 : story.team());
        row.number(story.department()).number(story.topic()).text(data).text(by);
        (byId == 0 ? row.nothing() : row.number(byId))
                .text(byType)
                .number(annulled)
                .time(at)
                .end();
    }
}
