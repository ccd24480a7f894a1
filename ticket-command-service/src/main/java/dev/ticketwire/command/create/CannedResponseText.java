package dev.ticketwire.command.create;

import dev.ticketwire.command.notice.text.Composer;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Fills in canned responses, which are templates of the help desk.
 *
 * @param opened when the tickets were opened, in the database's zone
 * @param zone of the database
 */
record CannedResponseText(Composer composer, LocalDateTime opened, ZoneId zone) {

    /** @return {@code response}, HTML, with its variables replaced */
    String filledIn(String response, TicketDraft draft) {
        return composer.canned(response, DraftFacts.of(draft, opened, zone));
    }
}
