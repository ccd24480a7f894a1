package dev.ticketwire.command.create.number;

import dev.ticketwire.osticket.reference.HelpDeskConfig;
import dev.ticketwire.osticket.schema.HelpTopic;
import org.jspecify.annotations.Nullable;

/**
 * How a ticket gets its number.
 *
 * @param sequence id of the sequence; 0, or one that does not exist, means random numbers
 * @param format {@code #} stands for a digit
 */
public record NumberingScheme(int sequence, String format) {
    private static final String DEFAULT_FORMAT = "######";

    /** The topic's own, if it has one, else the help desk's. */
    public static NumberingScheme of(@Nullable HelpTopic topic, HelpDeskConfig config) {
        return topic != null && topic.hasOwnNumbers()
                ? new NumberingScheme(topic.sequenceId, orDefault(topic.numberFormat))
                : new NumberingScheme(
                        config.number("ticket_sequence_id"), orDefault(config.text("ticket_number_format")));
    }

    private static String orDefault(@Nullable String format) {
        return format == null || format.isEmpty() ? DEFAULT_FORMAT : format;
    }
}
