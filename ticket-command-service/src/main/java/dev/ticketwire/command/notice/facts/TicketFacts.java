package dev.ticketwire.command.notice.facts;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket after the change, with what belongs to it. Ids are 0 for none. Department, agent and team are those of the
 * {@link Occasion} where it names them.
 *
 * @param created as the database's clock says; {@code createdSeconds} the same as Unix time
 * @param collaborators the active ones, in the order of their rows
 * @param accountManager of the owner's organization: {@code s} or {@code t} and an id, empty for none
 * @param answers answers to the ticket's forms by field name in lower case, as shown
 * @param userAnswers the same of the owner's form, such as {@code phone}
 * @param lastRespondent the agent who wrote the newest public reply before the change
 * @param newestMail the newest mail by which a customer wrote in this thread, before the change; null if there is none
 * @param original the first message of the thread; null unless a template shows it, {@code lastMessage} likewise
 * @param entries by id: the message, reply or note of the occasion, and the canned answer
 */
public record TicketFacts(
        int id,
        String number,
        int thread,
        int department,
        int staff,
        int team,
        int topic,
        int status,
        int serviceLevel,
        String source,
        LocalDateTime created,
        long createdSeconds,
        @Nullable LocalDateTime dueDate,
        @Nullable LocalDateTime closed,
        @Nullable LocalDateTime lastUpdate,
        @Nullable Person owner,
        List<Person> collaborators,
        String accountManager,
        Map<String, String> answers,
        Map<String, String> userAnswers,
        int lastRespondent,
        @Nullable MailReference newestMail,
        @Nullable EntryFacts original,
        @Nullable EntryFacts lastMessage,
        Map<Integer, EntryFacts> entries) {

    /**
     * A mail that is answered.
     *
     * @param messageId with brackets
     * @param references of it, with brackets, oldest first
     */
    public record MailReference(String messageId, List<String> references) {}
}
