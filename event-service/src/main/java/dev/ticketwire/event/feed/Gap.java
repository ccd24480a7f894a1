package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.UnreadableBinlogException;
import dev.ticketwire.event.feed.LogQueue.ReplacedTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why changes may be missing.
 *
 * @param kind for metrics: lower case, one of few
 * @param reason for people
 * @param remedy what prevents another one, one sentence
 */
record Gap(String kind, String reason, String remedy) {
    private static final String STATE_LOST = "state_lost";
    private static final String STATE_UNREADABLE = "state_unreadable";
    private static final String TABLE_REPLACED = "table_replaced";
    private static final String KEEP_TOPIC = "Keep the topic osticket.event-capture: compacted, without retention.";

    /** Every kind that {@link #of} and the others give. */
    static Stream<String> kinds() {
        Stream<String> ofTheLog = Stream.of(dev.ticketwire.binlog.Gap.values()).map(Gap::kind);
        return Stream.concat(ofTheLog, Stream.of(STATE_LOST, STATE_UNREADABLE, TABLE_REPLACED));
    }

    private static String kind(dev.ticketwire.binlog.Gap gap) {
        return gap.name().toLowerCase(Locale.ROOT);
    }

    static Gap of(UnreadableBinlogException e) {
        return new Gap(kind(e.gap()), String.valueOf(e.getMessage()), e.remedy());
    }

    static Gap stateLost() {
        return new Gap(STATE_LOST, "the place in the log is not stored any more", KEEP_TOPIC);
    }

    static Gap stateUnreadable(String why) {
        return new Gap(STATE_UNREADABLE, "the stored place in the log cannot be read: " + why, KEEP_TOPIC);
    }

    static Gap replaced(List<ReplacedTable> tables) {
        String names = tables.stream()
                .map(table -> table.table() + " (" + table.reason() + ")")
                .collect(Collectors.joining(", "));
        return new Gap(
                TABLE_REPLACED,
                "tables were emptied or replaced, whose rows the log does not tell: " + names,
                "Change osTicket's tables by row, or expect a gap for each such statement.");
    }

    /** The reason, with what a consumer must know of every gap. */
    String text() {
        return reason + ". Tickets that may have changed follow as ticket.resynchronised; deleted ones are not told.";
    }
}
