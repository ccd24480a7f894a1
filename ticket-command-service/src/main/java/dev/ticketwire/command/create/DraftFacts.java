package dev.ticketwire.command.create;

import dev.ticketwire.command.form.AnsweredField;
import dev.ticketwire.command.form.FormEntry;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.command.notice.facts.EntryFacts;
import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.facts.TicketFacts;
import dev.ticketwire.command.user.Organization;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a canned answer can say of its ticket, which is written except for the answer. */
final class DraftFacts {
    private DraftFacts() {}

    /**
     * @param opened in the database's zone
     * @param zone of the database
     */
    static TicketFacts of(TicketDraft draft, LocalDateTime opened, ZoneId zone) {
        EntryFacts message = message(draft, opened);
        return new TicketFacts(
                draft.ticketId(),
                draft.number(),
                draft.threadId(),
                draft.routing.department(),
                draft.staffId(),
                draft.teamId(),
                draft.routing.topicId(),
                draft.status.id(),
                draft.routing.serviceLevelId(),
                draft.command.origin().source(),
                opened,
                opened.atZone(zone).toEpochSecond(),
                draft.dueDate != null ? draft.dueDate : draft.estimatedDueDate,
                draft.status.closed() ? opened : null,
                opened,
                owner(draft),
                List.of(),
                "",
                answers(draft.forms.ofTicket()),
                answers(List.of(draft.forms.ofUser())),
                0,
                null,
                message,
                message,
                Map.of(message.id(), message));
    }

    private static Person owner(TicketDraft draft) {
        Organization organization = draft.requester.organization();
        return new Person(
                draft.requester.id(),
                draft.requester.name(),
                draft.requester.address(),
                organization == null ? 0 : organization.id(),
                "");
    }

    private static EntryFacts message(TicketDraft draft, LocalDateTime opened) {
        String title = draft.message.title();
        return new EntryFacts(
                draft.messageId(),
                draft.threadId(),
                0,
                draft.requester.id(),
                draft.requester.name(),
                title == null ? "" : title,
                draft.message.body().stored(),
                draft.message.body().format().label(),
                opened);
    }

    private static Map<String, String> answers(List<FormEntry> forms) {
        Map<String, String> answers = new HashMap<>();
        for (FormEntry form : forms) {
            for (AnsweredField answer : form.answers()) {
                answers.putIfAbsent(FormRules.name(answer.field()).toLowerCase(Locale.ROOT), answer.display());
            }
        }
        return answers;
    }
}
