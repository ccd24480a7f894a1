package dev.ticketwire.command.notice.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command did to a ticket that mails may tell of. Its rows are written already. Ids are 0 for none; department,
 * agent and team are those that count for its mails, which may differ from the ticket's row.
 */
public sealed interface Occasion {
    /** Id of the command, a UUID. */
    String command();

    int ticket();

    /**
     * A new ticket.
     *
     * @param department of the ticket when osTicket's core opened it, before a {@code departmentId} of the request
     * @param message the first entry
     * @param canned the entry with a filter's canned answer
     * @param cannedFiles its files
     * @param alert whether agents may be alerted
     * @param autorespond whether the owner may get an automatic response: the request, and no filter forbids it
     * @param mail null unless a mail opened it
     * @param limitReached whether the owner has as many open tickets now as the limit allows
     */
    record Opened(
            String command,
            int ticket,
            int department,
            int staff,
            int team,
            int message,
            int canned,
            List<FileLink> cannedFiles,
            boolean alert,
            boolean autorespond,
            @Nullable Incoming mail,
            List<FilterMail> filterMails,
            boolean limitReached)
            implements Occasion {}

    /**
     * A customer's message.
     *
     * @param author the user who wrote it
     * @param mail null if it came by {@code POST …/replies}
     * @param bystander whether the mail was found by the stored id of somebody's mail: nobody is told
     */
    record MessagePosted(
            String command,
            int ticket,
            int entry,
            int author,
            @Nullable Incoming mail,
            boolean bystander) implements Occasion {}

    /**
     * An agent's public reply.
     *
     * @param staff the agent assigned before it; {@code team} likewise
     */
    record ReplyPosted(String command, int ticket, int entry, int agent, int staff, int team, List<FileLink> files)
            implements Occasion {}

    /**
     * An internal note.
     *
     * @param agent its author
     * @param staff the agent assigned before it; {@code team} likewise
     * @param mail null unless it came by mail
     */
    record NoteAdded(
            String command,
            int ticket,
            int entry,
            int agent,
            int staff,
            int team,
            @Nullable Incoming mail) implements Occasion {}

    /**
     * The mail by which something came.
     *
     * @param sender address of its {@code From}
     * @param mailbox the help desk's mailbox that it was sent to
     * @param automatic a machine wrote it
     * @param declinesAnswers it asks for no automatic answer
     * @param bounce a mail system reports, or returns a mail
     * @param messageId with brackets; null if it has none
     * @param references of it, then its {@code In-Reply-To} if it has none: with brackets, oldest first
     */
    record Incoming(
            String sender,
            int mailbox,
            boolean automatic,
            boolean declinesAnswers,
            boolean bounce,
            @Nullable String messageId,
            List<String> references) {}

    /** A file of an entry, by osTicket's {@code file.id}. */
    record FileLink(int file, String name, boolean inline) {}

    /**
     * The action {@code email} of a filter.
     *
     * @param from id of a mailbox
     * @param recipients as configured
     */
    record FilterMail(int from, String recipients, String subject, String body) {}
}
