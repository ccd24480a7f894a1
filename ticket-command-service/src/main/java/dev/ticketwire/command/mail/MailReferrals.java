package dev.ticketwire.command.mail;

import dev.ticketwire.command.change.DepartmentReferrals;
import dev.ticketwire.command.entry.ThreadEvent;
import dev.ticketwire.command.reply.Conversation;
import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Refers tickets to the departments of the other mailboxes that a mail on them was sent to. */
final class MailReferrals {
    private static final String SELECT = "SELECT h.id, t.email_id, IFNULL(r.object_id, 0) FROM {thread} h"
            + " JOIN {ticket} t ON t.ticket_id = h.object_id"
            + " LEFT JOIN {thread_referral} r ON r.thread_id = h.id AND r.object_type = 'D' WHERE h.id IN :keys";

    private final List<Candidate> candidates = new ArrayList<>();
    /** By thread: the mailbox at which its ticket came in. */
    private final Map<Integer, Integer> mailboxes = new HashMap<>();
    /** By thread: the departments to which its ticket is referred. */
    private final Map<Integer, Set<Integer>> referred = new HashMap<>();

    private record Candidate(IncomingMail mail, Conversation conversation) {}

    void add(IncomingMail mail, Conversation conversation) {
        candidates.add(new Candidate(mail, conversation));
    }

    /**
     * Writes the referrals and adds them to the tickets' histories. A ticket is not referred to its own department, nor
     * to that of the mailbox at which it came in.
     *
     * @return the tickets with new events in their history
     */
    Set<Conversation> write(Connection connection, LocalDateTime now) throws SQLException {
        find(connection);
        DepartmentReferrals referrals = new DepartmentReferrals(DatabaseTime.format(now));
        Set<Conversation> changed = new HashSet<>();
        for (Candidate candidate : candidates) {
            for (int department : newDepartments(candidate)) {
                add(candidate.conversation, department, referrals);
                changed.add(candidate.conversation);
            }
        }
        referrals.write(connection);
        return changed;
    }

    private void find(Connection connection) throws SQLException {
        Set<Integer> threads = new TreeSet<>();
        for (Candidate candidate : candidates) {
            if (!departments(candidate, 0).isEmpty()) {
                threads.add(candidate.conversation.thread);
            }
        }
        Statements.read(connection, SELECT, threads, row -> {
            mailboxes.put(row.getInt(1), row.getInt(2));
            referred.computeIfAbsent(row.getInt(1), key -> new HashSet<>()).add(row.getInt(3));
        });
    }

    private List<Integer> newDepartments(Candidate candidate) {
        int thread = candidate.conversation.thread;
        Set<Integer> existing = referred.getOrDefault(thread, Set.of());
        return departments(candidate, mailboxes.getOrDefault(thread, 0)).stream()
                .filter(existing::add)
                .toList();
    }

    private static void add(Conversation conversation, int department, DepartmentReferrals referrals) {
        referrals.add(conversation.thread, department);
        conversation.record(ThreadEvent.referred(conversation.ticket.staff, conversation.ticket.team, department));
    }

    /** @param mailbox at which the ticket came in, 0 for none */
    private static Set<Integer> departments(Candidate candidate, int mailbox) {
        Conversation conversation = candidate.conversation;
        return conversation.thread == 0
                ? Set.of()
                : DepartmentReferrals.wanted(candidate.mail.mailboxes(), conversation.ticket.department, mailbox);
    }
}
