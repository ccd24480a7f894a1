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

    private final List<Wish> wishes = new ArrayList<>();

    private record Wish(IncomingMail mail, Conversation conversation) {}

    void add(IncomingMail mail, Conversation conversation) {
        wishes.add(new Wish(mail, conversation));
    }

    /**
     * Writes them, and tells the tickets' histories. A ticket that lies in the department, or came in at the mailbox, is not
     * referred to it.
     *
     * @return the tickets whose history has more to tell
     */
    Set<Conversation> write(Connection connection, LocalDateTime now) throws SQLException {
        Set<Integer> threads = new TreeSet<>();
        for (Wish wish : wishes) {
            if (!wanted(wish, 0).isEmpty()) {
                threads.add(wish.conversation.thread);
            }
        }
        Map<Integer, Integer> mailboxes = new HashMap<>();
        Map<Integer, Set<Integer>> referred = new HashMap<>();
        Statements.read(connection, SELECT, threads, row -> {
            mailboxes.put(row.getInt(1), row.getInt(2));
            referred.computeIfAbsent(row.getInt(1), key -> new HashSet<>()).add(row.getInt(3));
        });
        DepartmentReferrals referrals = new DepartmentReferrals(DatabaseTime.format(now));
        Set<Conversation> changed = new HashSet<>();
        for (Wish wish : wishes) {
            Conversation conversation = wish.conversation;
            Set<Integer> already = referred.getOrDefault(conversation.thread, Set.of());
            for (int department : wanted(wish, mailboxes.getOrDefault(conversation.thread, 0))) {
                if (already.add(department)) {
                    referrals.add(conversation.thread, department);
                    conversation.record(
                            ThreadEvent.referred(conversation.ticket.staff, conversation.ticket.team, department));
                    changed.add(conversation);
                }
            }
        }
        referrals.write(connection);
        return changed;
    }

    private static Set<Integer> wanted(Wish wish, int mailbox) {
        return wish.conversation.thread == 0
                ? Set.of()
                : DepartmentReferrals.wanted(wish.mail.mailboxes(), wish.conversation.ticket.department, mailbox);
    }
}
