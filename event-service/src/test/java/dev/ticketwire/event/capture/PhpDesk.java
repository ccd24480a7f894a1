package dev.ticketwire.event.capture;

import dev.ticketwire.event.capture.LogReplay.Commit;
import dev.ticketwire.event.capture.MemoryHelpDesk.RowInCommit;
import dev.ticketwire.event.capture.lookup.TicketForm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;

/**
 * Writes commits as osTicket does: a statement each, in its order, a few milliseconds apart. Other scripts write
 * transactions. What is written is also applied, so that each row knows what it was before.
 */
@NullUnmarked // rows: any column may be null
final class PhpDesk {
    private static final String NOW = "2026-11-24 17:40:00";
    private static final String DUE = "2026-11-27 17:00:00";

    private final MemoryHelpDesk tables;
    private final TicketForm form;
    private final List<Commit> commits = new ArrayList<>();
    private final Map<String, Long> ids = new HashMap<>();
    private List<RowInCommit> open;
    private Instant now = Instant.parse("2026-11-24T17:40:00.100Z");
    private Duration gap = Duration.ofMillis(2);

    /** @param first id of the first new row of each table */
    PhpDesk(MemoryHelpDesk helpDesk, long first) {
        tables = helpDesk.copy();
        form = TicketForm.of(helpDesk.reference());
        List.of(
                        "ticket",
                        "thread",
                        "thread_entry",
                        "form_entry",
                        "thread_event",
                        "thread_collaborator",
                        "thread_referral",
                        "attachment",
                        "file")
                .forEach(table -> ids.put(table, first));
    }

    List<Commit> commits() {
        return List.copyOf(commits);
    }

    /** The commits so far, and from now on only later ones. */
    List<Commit> taken() {
        List<Commit> taken = List.copyOf(commits);
        commits.clear();
        return taken;
    }

    MemoryHelpDesk tables() {
        return tables;
    }

    PhpDesk after(Duration pause) {
        now = now.plus(pause);
        return this;
    }

    PhpDesk apart(Duration between) {
        gap = between;
        return this;
    }

    /** One transaction. */
    void transaction(Runnable statements) {
        open = new ArrayList<>();
        statements.run();
        List<RowInCommit> rows = open;
        open = null;
        commit(rows);
    }

    private void write(RowInCommit row) {
        if (open != null) {
            tables.commit(List.of(row));
            open.add(row);
        } else {
            tables.commit(List.of(row));
            commit(List.of(row));
        }
    }

    private void commit(List<RowInCommit> rows) {
        commits.add(new Commit(now, rows));
        now = now.plus(gap);
    }

    void insert(String table, Map<String, Object> row) {
        write(new RowInCommit(table, null, row));
    }

    void update(String table, List<Object> key, Object... columns) {
        Map<String, Object> before = Objects.requireNonNull(tables.row(table, key.toArray()), table + key);
        Map<String, Object> after = new LinkedHashMap<>(before);
        after.putAll(row(columns));
        if (!after.equals(before)) {
            write(new RowInCommit(table, before, after));
        }
    }

    void delete(String table, Object... key) {
        write(new RowInCommit(table, tables.row(table, key), null));
    }

    /** A row by column: name, value, name, value … */
    static Map<String, Object> row(Object... columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            row.put((String) columns[i], columns[i + 1]);
        }
        return row;
    }

    long next(String table) {
        return ids.merge(table, 1L, Long::sum) - 1;
    }

    // What PHP does.

    /** A customer opens a ticket in the portal. */
    long open(String number, long customer, String subject) {
        long ticket = next("ticket");
        insert("ticket", emptyTicket(ticket, number, customer));
        long thread = thread(ticket);
        form(thread, subject);
        history(ticket, "created", "Alice Example", customer, "U");
        ticket(ticket, "status_id", DemoDesk.OPEN);
        long entry = entry(ticket, "M", 0, customer, "Help, please.");
        update("thread_entry", List.of(entry), "flags", 65L);
        ticket(ticket, "sla_id", 1L);
        ticket(ticket, "est_duedate", DUE);
        return ticket;
    }

    static Map<String, Object> emptyTicket(long ticket, String number, long customer) {
        return row(
                "ticket_id",
                ticket,
                "ticket_pid",
                null,
                "number",
                number,
                "user_id",
                customer,
                "user_email_id",
                0L,
                "status_id",
                0L,
                "dept_id",
                1L,
                "sla_id",
                0L,
                "topic_id",
                1L,
                "staff_id",
                0L,
                "team_id",
                0L,
                "email_id",
                0L,
                "lock_id",
                0L,
                "flags",
                0L,
                "sort",
                0L,
                "ip_address",
                "127.0.0.1",
                "source",
                "Web",
                "source_extra",
                null,
                "isoverdue",
                0L,
                "isanswered",
                0L,
                "duedate",
                null,
                "est_duedate",
                null,
                "reopened",
                null,
                "closed",
                null,
                "lastupdate",
                NOW,
                "created",
                NOW,
                "updated",
                NOW);
    }

    long thread(long ticket) {
        long thread = next("thread");
        insert(
                "thread",
                row(
                        "id",
                        thread,
                        "object_id",
                        ticket,
                        "object_type",
                        "T",
                        "extra",
                        null,
                        "lastresponse",
                        null,
                        "lastmessage",
                        NOW,
                        "created",
                        NOW));
        return thread;
    }

    /** The ticket form, with subject and priority; the entry has the thread's id. */
    void form(long entry, String subject) {
        long ticket = (Long) tables.row("thread", entry).get("object_id");
        insert(
                "form_entry",
                row(
                        "id",
                        entry,
                        "form_id",
                        form.id(),
                        "object_id",
                        ticket,
                        "object_type",
                        "T",
                        "sort",
                        0L,
                        "extra",
                        null,
                        "created",
                        NOW,
                        "updated",
                        NOW));
        answer(entry, form.subjectField(), subject, null);
        answer(entry, form.priorityField(), "Normal", 2L);
        answer(entry, DemoDesk.ORDER_NUMBER, null, null);
    }

    void answer(long entry, long field, String value, Long id) {
        insert("form_entry_values", row("entry_id", entry, "field_id", field, "value", value, "value_id", id));
    }

    void ticket(long ticket, Object... columns) {
        update("ticket", List.of(ticket), columns);
    }

    /** The thread of a ticket; also that of a merged one. */
    long threadOf(long ticket) {
        return tables.rows("thread").stream()
                .filter(row -> row.get("object_id").equals(ticket)
                        && !row.get("object_type").equals("A"))
                .map(row -> (Long) row.get("id"))
                .findFirst()
                .orElseThrow();
    }

    void history(long ticket, String kind, String username, long actor, String type) {
        historyOf(threadOf(ticket), kind, username, actor, type);
    }

    void historyOf(long thread, String kind, String username, long actor, String type) {
        insert(
                "thread_event",
                row(
                        "id",
                        next("thread_event"),
                        "thread_id",
                        thread,
                        "thread_type",
                        "T",
                        "event_id",
                        (long) tables.reference().event(kind),
                        "staff_id",
                        0L,
                        "team_id",
                        0L,
                        "dept_id",
                        1L,
                        "topic_id",
                        1L,
                        "data",
                        null,
                        "username",
                        username,
                        "uid",
                        actor == 0 ? null : actor,
                        "uid_type",
                        type,
                        "annulled",
                        0L,
                        "timestamp",
                        NOW));
    }

    void byBob(long ticket, String kind) {
        history(ticket, kind, "bob", DemoDesk.BOB, "S");
    }

    long entry(long ticket, String type, long agent, long customer, String body) {
        return entry(ticket, type, agent, customer, body, 0, 64);
    }

    long entry(long ticket, String type, long agent, long customer, String body, long parent, long flags) {
        long entry = next("thread_entry");
        insert(
                "thread_entry",
                row(
                        "id",
                        entry,
                        "pid",
                        parent,
                        "thread_id",
                        threadOf(ticket),
                        "staff_id",
                        agent,
                        "user_id",
                        customer,
                        "type",
                        type,
                        "flags",
                        flags,
                        "poster",
                        customer == DemoDesk.ALICE ? "Alice Example" : "Bob Builder",
                        "editor",
                        null,
                        "editor_type",
                        null,
                        "source",
                        "",
                        "title",
                        null,
                        "body",
                        body,
                        "format",
                        "html",
                        "ip_address",
                        "127.0.0.1",
                        "extra",
                        null,
                        "recipients",
                        null,
                        "created",
                        NOW,
                        "updated",
                        NOW));
        return entry;
    }

    /** Bob replies; the ticket becomes his if it is nobody's. */
    void reply(long ticket, String body) {
        entry(ticket, "R", DemoDesk.BOB, 0, body);
        update("thread", List.of(threadOf(ticket)), "lastresponse", NOW);
        if (tables.row("ticket", ticket).get("staff_id").equals(0L)) {
            ticket(ticket, "staff_id", DemoDesk.BOB);
        }
        ticket(ticket, "isanswered", 1L);
    }

    void message(long ticket, String body) {
        entry(ticket, "M", 0, DemoDesk.ALICE, body);
        ticket(ticket, "isanswered", 0L, "lastupdate", NOW);
    }

    void close(long ticket) {
        Object agent = tables.row("ticket", ticket).get("staff_id");
        long assigned = agent.equals(0L) ? DemoDesk.BOB : (Long) agent;
        ticket(ticket, "status_id", DemoDesk.CLOSED, "staff_id", assigned, "est_duedate", null, "closed", NOW);
        refer(ticket, "S", assigned);
        byBob(ticket, "closed");
    }

    long refer(long ticket, String type, long object) {
        long referral = next("thread_referral");
        insert(
                "thread_referral",
                row(
                        "id",
                        referral,
                        "thread_id",
                        threadOf(ticket),
                        "object_id",
                        object,
                        "object_type",
                        type,
                        "created",
                        NOW));
        return referral;
    }

    void reopen(long ticket) {
        ticket(ticket, "status_id", DemoDesk.OPEN, "closed", null, "isanswered", 0L);
        byBob(ticket, "reopened");
        ticket(ticket, "est_duedate", DUE);
    }

    void editSubject(long ticket, String subject) {
        update("form_entry_values", List.of(threadOf(ticket), form.subjectField()), "value", subject);
        byBob(ticket, "edited");
        ticket(ticket, "lastupdate", "2026-11-24 17:40:01");
    }

    void transfer(long ticket, long department) {
        ticket(ticket, "dept_id", department);
        byBob(ticket, "transferred");
        entry(ticket, "N", DemoDesk.BOB, 0, "This is theirs.");
    }

    /** Ada edits an entry. */
    long edit(long ticket, long old, String body) {
        Map<String, Object> before = tables.row("thread_entry", old);
        long entry = entry(
                ticket,
                (String) before.get("type"),
                (Long) before.get("staff_id"),
                (Long) before.get("user_id"),
                body,
                old,
                64);
        update("thread_entry", List.of(entry), "flags", 66L, "editor", DemoDesk.ADA, "editor_type", "S");
        update("thread_entry", List.of(old), "flags", 68L);
        return entry;
    }

    void link(long child, long parent) {
        byBob(parent, "linked");
        byBob(child, "linked");
        ticket(parent, "flags", 24L);
        ticket(child, "ticket_pid", parent, "flags", 8L);
    }

    void unlink(long child, long parent) {
        ticket(child, "ticket_pid", null, "flags", 0L);
        byBob(child, "unlinked");
        byBob(parent, "unlinked");
    }

    void delete(long ticket) {
        long thread = threadOf(ticket);
        delete("ticket", ticket);
        delete("thread", thread);
        List<Object> entries = new ArrayList<>();
        tables.rows("thread_entry").stream()
                .filter(row -> row.get("thread_id").equals(thread))
                .forEach(row -> entries.add(row.get("id")));
        entries.forEach(entry -> delete("thread_entry", entry));
        historyOf(thread, "deleted", "bob", DemoDesk.BOB, "S");
        delete("form_entry", thread);
        List.of(form.subjectField(), form.priorityField(), DemoDesk.ORDER_NUMBER)
                .forEach(field -> delete("form_entry_values", thread, field));
    }

    /** The inbox row of an applied command, at the end of its wave. */
    void inbox(String id, long ticket) {
        insert(
                "ticketwire_command",
                row(
                        "id",
                        id,
                        "kind",
                        "update-ticket",
                        "api_key_id",
                        3L,
                        "ticket_id",
                        ticket,
                        "ticket_number",
                        null,
                        "state",
                        "applied",
                        "fingerprint",
                        "",
                        "applied_at",
                        NOW,
                        "traceparent",
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
    }
}
