package dev.ticketwire.event.capture;

import dev.ticketwire.event.capture.lookup.Found;
import dev.ticketwire.event.capture.row.EntryRow;
import dev.ticketwire.event.capture.row.FileRow;
import dev.ticketwire.event.capture.row.FormEntryRow;
import dev.ticketwire.event.capture.row.ThreadRow;
import dev.ticketwire.event.capture.row.TicketRow;
import dev.ticketwire.event.capture.row.UserRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What recent rows and look-ups said about ids: to which ticket a thread or a filled-in form belongs, the names of
 * customers, the numbers of tickets, files. Bounded. It is never out of date: a thread and a form never change
 * their owner, a ticket never its number, and new names of customers and files come in the log.
 */
final class References {
    private static final int MANY = 50_000;
    private static final int SOME = 10_000;

    /** Ticket by thread; 0 for the thread of a task. */
    private final Recent<Long> threads = new Recent<>(MANY);
    /** Ticket by filled-in form; 0 for those of users, organisations and tasks. */
    private final Recent<Long> forms = new Recent<>(MANY);
    /** Thread by entry. */
    private final Recent<Long> entries = new Recent<>(SOME);

    private final Recent<String> users = new Recent<>(MANY);
    private final Recent<String> numbers = new Recent<>(MANY);
    private final Recent<FileRow> files = new Recent<>(SOME);

    void learn(Found found) {
        found.threads().values().forEach(this::learn);
        found.formEntries().values().forEach(this::learn);
        found.tickets().values().forEach(ticket -> learn(ticket.row()));
        users.putAll(found.users());
        numbers.putAll(found.numbers());
        files.putAll(found.files());
    }

    void learn(ThreadRow row) {
        threads.put(row.id(), row.ticket());
    }

    void learn(FormEntryRow row) {
        forms.put(row.id(), row.ticket());
    }

    void learn(TicketRow row) {
        numbers.put(row.id(), row.number());
    }

    void learn(EntryRow row) {
        entries.put(row.id(), row.thread());
    }

    void learn(FileRow row) {
        files.put(row.id(), row);
    }

    void learn(UserRow row) {
        users.put(row.id(), row.name());
    }

    /** 0 if it is not a ticket's, null if that is unknown. */
    @Nullable
    Long ticketOfThread(long thread) {
        return thread == 0 ? Long.valueOf(0) : threads.get(thread);
    }

    /** 0 if it is not a ticket's, null if that is unknown. */
    @Nullable
    Long ticketOfForm(long form) {
        return forms.get(form);
    }

    /** Null if the entry is not a recent one. */
    @Nullable
    Long threadOfEntry(long entry) {
        return entries.get(entry);
    }

    Map<Long, String> users() {
        return users;
    }

    Map<Long, String> numbers() {
        return numbers;
    }

    Map<Long, FileRow> files() {
        return files;
    }
}
