package dev.ticketwire.command.ticket;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.Reference;
import org.jspecify.annotations.Nullable;

/** The rules for closing a ticket. The texts are osTicket's, double blanks included. */
public final class ClosingRules {
    private ClosingRules() {}

    /**
     * @param answersMissing whether a field that is required to close has no answer
     * @param topic help topic id, 0 for none
     * @return null if it may be closed
     */
    public static @Nullable Refused objection(boolean answersMissing, int openTasks, int topic, Reference reference) {
        if (answersMissing) {
            return refused(
                    ProblemCode.REQUIRED_FIELDS_MISSING,
                    "This ticket is missing data on  one or more required fields  and cannot be closed");
        }
        if (openTasks > 0) {
            return refused(ProblemCode.OPEN_TASKS, "This ticket has " + openTasks + " open tasks and cannot be closed");
        }
        return topic == 0 && reference.config().flag("require_topic_to_close")
                ? refused(ProblemCode.TOPIC_MISSING, "This ticket is missing a Help Topic and cannot be closed")
                : null;
    }

    private static Refused refused(ProblemCode code, String text) {
        return Refused.of(code, text, "statusId");
    }
}
