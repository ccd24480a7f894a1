package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.command.notice.facts.TicketFacts;
import java.util.List;

/** Decides which mails tell of an occasion. */
public final class MailPlanner {
    private MailPlanner() {}

    /** @return in the order in which they are sent; empty if nobody is told */
    public static List<PlannedMail> plan(PlanRules rules, Occasion occasion, TicketFacts ticket) {
        return switch (occasion) {
            case Occasion.Opened opened -> CreationPlan.of(rules, opened, ticket);
            case Occasion.MessagePosted posted -> AnswerPlan.of(rules, posted, ticket);
            case Occasion.ReplyPosted posted -> ReplyPlan.of(rules, posted, ticket);
            case Occasion.NoteAdded added -> ActivityAlert.of(rules, added, ticket);
        };
    }
}
