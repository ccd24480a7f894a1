package dev.ticketwire.event.capture;

import dev.ticketwire.binlog.LogPosition;
import dev.ticketwire.event.capture.lookup.Found;
import dev.ticketwire.event.capture.lookup.Wanted;
import dev.ticketwire.event.capture.row.AnswerRow;
import dev.ticketwire.event.capture.row.AttachmentRow;
import dev.ticketwire.event.capture.row.CollaboratorRow;
import dev.ticketwire.event.capture.row.EntryRow;
import dev.ticketwire.event.capture.row.FileRow;
import dev.ticketwire.event.capture.row.FormEntryRow;
import dev.ticketwire.event.capture.row.HistoryRow;
import dev.ticketwire.event.capture.row.InboxRow;
import dev.ticketwire.event.capture.row.LoggedTransaction;
import dev.ticketwire.event.capture.row.ReferralRow;
import dev.ticketwire.event.capture.row.ThreadRow;
import dev.ticketwire.event.capture.row.TicketRow;
import dev.ticketwire.event.capture.row.UserRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives each row to the windows of the tickets that it is about. Rows name threads and forms, not tickets: those of an
 * unknown one wait for a look-up. One that does not exist any more is deleted further on in the log, where its row says
 * whose it was.
 */
final class RowRouter {
    private final References references;
    private final Windows windows;
    private final Map<Owner, Waiting> waiting = new LinkedHashMap<>();
    /** From which ordinal on no row of an owner is told, by the owner's text. */
    private final Map<String, Long> untold;

    /** What a row belongs to. */
    private record Owner(boolean isThread, long id) {
        String text() {
            return (isThread ? "thread " : "form ") + id;
        }
    }

    /** Rows whose owner is unknown. */
    private static final class Waiting {
        private final List<ReadRow> rows = new ArrayList<>();
        /** The log must be read up to here to know; null if nobody was asked yet. */
        private @Nullable LogPosition until;
    }

    /** @param untold as {@link Checkpoint#unrouted} */
    RowRouter(References references, Windows windows, Map<String, Long> untold) {
        this.references = references;
        this.windows = windows;
        this.untold = untold;
    }

    void route(ReadRow row) {
        switch (row.row()) {
            case TicketRow ticket -> {
                references.learn(ticket);
                windows.add(ticket.id(), row.step(ticket.id()), false);
                parents(row).forEach(parent -> windows.add(parent, row.step(parent), false));
            }
            case ThreadRow thread -> references.learn(thread);
            case FormEntryRow form -> references.learn(form);
            case UserRow user -> references.learn(user);
            case FileRow file -> references.learn(file);
            case EntryRow entry -> {
                references.learn(entry);
                ofThread(row, entry.thread());
            }
            case HistoryRow history when row.before() == null && !history.isOfTask() -> ofThread(row, history.thread());
            case CollaboratorRow collaborator -> ofThread(row, collaborator.thread());
            case ReferralRow referral -> ofThread(row, referral.thread());
            case AnswerRow answer -> ofOwner(row, new Owner(false, answer.entry()));
            case AttachmentRow attachment
            when attachment.isOfEntry() -> {
                Long thread = references.threadOfEntry(attachment.object());
                if (thread != null) {
                    ofThread(row, thread);
                }
            }
            case HistoryRow ignored -> {}
            case AttachmentRow ignored -> {}
            case InboxRow ignored -> {}
        }
    }

    /** The tickets that get or lose the row's ticket as a child. */
    private static Set<Long> parents(ReadRow row) {
        Set<Long> parents = new TreeSet<>();
        TicketRow before = row.before() instanceof TicketRow old ? old : null;
        TicketRow after = row.after() instanceof TicketRow now ? now : null;
        if (after != null) {
            long former = before == null ? 0 : before.parent();
            if (former != after.parent() || before != null && before.isMerged() != after.isMerged()) {
                parents.add(former);
                parents.add(after.parent());
            }
            parents.remove(0L);
            parents.remove(after.id());
        }
        return parents;
    }

    private void ofThread(ReadRow row, long thread) {
        if (thread != 0) {
            ofOwner(row, new Owner(true, thread));
        }
    }

    private void ofOwner(ReadRow row, Owner owner) {
        Waiting others = waiting.get(owner);
        Long ticket = others == null ? ticket(owner) : null;
        if (ticket == null) {
            waiting.computeIfAbsent(owner, key -> new Waiting()).rows.add(row);
        } else if (ticket != 0) {
            windows.add(ticket, row.step(ticket), isUntold(row, owner));
        }
    }

    private boolean isUntold(ReadRow row, Owner owner) {
        return row.place().ordinal() >= untold.getOrDefault(owner.text(), Long.MAX_VALUE);
    }

    private @Nullable Long ticket(Owner owner) {
        return owner.isThread ? references.ticketOfThread(owner.id) : references.ticketOfForm(owner.id);
    }

    /** Adds the owners to look up. */
    void addWanted(Wanted wanted) {
        waiting.forEach((owner, rows) -> {
            if (rows.until == null && ticket(owner) == null) {
                (owner.isThread ? wanted.threads() : wanted.formEntries()).add(owner.id);
            }
        });
    }

    /** Notes that the owners that were wanted have been looked up. */
    void lookedUp(Wanted wanted, Found found) {
        waiting.forEach((owner, rows) -> {
            Set<Long> asked = owner.isThread ? wanted.threads() : wanted.formEntries();
            if (asked.contains(owner.id)) {
                rows.until = found.end();
            }
        });
    }

    /**
     * Routes the rows whose owner is known by now, and drops those whose owner was gone before them.
     *
     * @param isRead whether the log has been read up to a place
     */
    void routeWaiting(Predicate<LogPosition> isRead) {
        List<Map.Entry<Owner, Waiting>> all = List.copyOf(waiting.entrySet());
        for (Map.Entry<Owner, Waiting> one : all) {
            Long ticket = ticket(one.getKey());
            LogPosition until = one.getValue().until;
            if (ticket != null || until != null && isRead.test(until)) {
                waiting.remove(one.getKey());
                if (ticket != null && ticket != 0) {
                    one.getValue()
                            .rows
                            .forEach(row -> windows.add(ticket, row.step(ticket), isUntold(row, one.getKey())));
                }
            }
        }
    }

    /** Number of owners whose rows wait. */
    int waiting() {
        return waiting.size();
    }

    /** Owners whose rows wait, to the ordinal of the first of them. */
    Map<String, Long> unrouted() {
        Map<String, Long> unrouted = new HashMap<>();
        waiting.forEach((owner, rows) ->
                unrouted.put(owner.text(), rows.rows.getFirst().place().ordinal()));
        return unrouted;
    }

    /** The oldest transaction with a row whose ticket is unknown; null if there is none. */
    @Nullable
    LoggedTransaction oldest() {
        LoggedTransaction oldest = null;
        for (Waiting rows : waiting.values()) {
            LoggedTransaction first = rows.rows.getFirst().place().transaction();
            oldest = oldest == null || first.ordinal() < oldest.ordinal() ? first : oldest;
        }
        return oldest;
    }
}
