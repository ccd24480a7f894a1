package dev.ticketwire.seed;

import static dev.ticketwire.seed.Story.NEVER;

import dev.ticketwire.seed.Desk.Agent;
import dev.ticketwire.seed.Desk.Field;
import org.jspecify.annotations.Nullable;

/** The rows of one ticket, as osTicket would have written them by and by. */
final class TicketRows {
    private final Desk desk;
    private final Prose prose;
    private final Batch batch;

    TicketRows(Desk desk, Prose prose, Batch batch) {
        this.desk = desk;
        this.prose = prose;
        this.batch = batch;
    }

    /**
     * @param parent id of the ticket it hangs under, 0 none
     * @param ids of its rows
     */
    void write(Story story, int user, int parent, Ids ids) {
        Draws draws = new Draws(story.number(), 3);
        String subject = prose.subject(draws);
        EntryRows entries = new EntryRows(desk, prose, batch);
        entries.write(story, subject, user, ids, draws);
        ticket(story, user, parent, ids, entries, draws);
        answers(story, subject, ids, draws);
        batch.to(Table.THREAD)
                .number(ids.thread())
                .number(ids.ticket())
                .text("T")
                .time(entries.lastResponse())
                .time(entries.lastMessage())
                .time(story.created())
                .end();
        events(story, user, ids.thread());
    }

    private void ticket(Story story, int user, int parent, Ids ids, EntryRows entries, Draws draws) {
        long activity =
                Math.max(Math.max(story.created(), entries.lastMessage()), Math.max(story.reopened(), story.closed()));
        Rows row = batch.to(Table.TICKET).number(ids.ticket());
        (parent == 0 ? row.nothing() : row.number(parent)).text(Names.number(story.number()));
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

    private void answers(Story story, String subject, Ids ids, Draws draws) {
        batch.to(Table.FORM_ENTRY)
                .number(ids.formEntry())
                .number(desk.ticketForm().id())
                .number(ids.ticket())
                .text("T")
                .number(1)
                .time(story.created())
                .time(story.created())
                .end();
        Answers answers = new Answers(story, subject, draws);
        for (Field field : desk.ticketForm().fields()) {
            answers.value(
                    field, batch.to(Table.FORM_VALUE).number(ids.formEntry()).number(field.id()));
        }
        Rows custom = batch.to(Table.TICKET_ANSWERS).number(ids.ticket());
        desk.ticketForm().columns().forEach(column -> custom.text(answers.column(column)));
        custom.end();
        batch.to(Table.SEARCH)
                .text("T")
                .number(ids.ticket())
                .text(Names.number(story.number()) + " " + subject)
                .text(answers.display())
                .end();
    }

    private void events(Story story, int user, int thread) {
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
            Story story, int thread, String name, int staff, @Nullable String data, Agent by, int annulled, long at) {
        event(story, thread, name, staff, data, by.username(), by.id(), "S", annulled, at);
    }

    /** An event that the help desk does not know is left out. */
    private void event(
            Story story,
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
        Rows row =
                batch.to(Table.THREAD_EVENT).number(thread).text("T").number(id).number(staff);
        row.number(name.equals("created") ? 0 : story.team());
        row.number(story.department()).number(story.topic()).text(data).text(by);
        (byId == 0 ? row.nothing() : row.number(byId))
                .text(byType)
                .number(annulled)
                .time(at)
                .end();
    }
}
