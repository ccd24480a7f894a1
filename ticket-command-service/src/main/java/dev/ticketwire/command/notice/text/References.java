package dev.ticketwire.command.notice.text;

import dev.ticketwire.command.notice.facts.TicketFacts.MailReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ids in {@code References}: the chain of the mail answered, and that mail. Strangers write them: bounded. */
final class References {
    /** A line of a header has no more (RFC 5322, 2.1.1). */
    private static final int LONGEST_ID = 900;

    private static final int LONGEST = 20_000;

    private References() {}

    /** Oldest first; of too many the newest ones. Empty if no mail is answered, or its own id is too long. */
    static List<String> of(@Nullable MailReference answered) {
        if (answered == null || answered.messageId().length() > LONGEST_ID) {
            return List.of();
        }
        Deque<String> chain = new ArrayDeque<>(List.of(answered.messageId()));
        int length = answered.messageId().length();
        for (String id : answered.references().reversed()) {
            length += id.length() + 1;
            if (length > LONGEST) {
                break;
            }
            if (id.length() <= LONGEST_ID) {
                chain.addFirst(id);
            }
        }
        return List.copyOf(chain);
    }
}
