package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.CaptureLog;
import dev.ticketwire.contract.event.TicketEventCodec;
import dev.ticketwire.event.capture.EventAssembler;
import dev.ticketwire.event.feed.copy.TicketReader;
import dev.ticketwire.event.feed.store.PublishedEvents;
import dev.ticketwire.event.feed.store.StateTopic;
import dev.ticketwire.osticket.reference.Reference;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What a replica works with.
 *
 * @param kafka connection settings
 * @param logs a new reader of the log
 * @param assemblers a new assembler
 * @param tickets reads tickets as they are
 * @param published is told of visible events
 * @param gaps is told of gaps
 */
record FeedParts(
        FeedSettings settings,
        Map<String, Object> kafka,
        StateTopic states,
        Supplier<CaptureLog> logs,
        Supplier<EventAssembler> assemblers,
        TicketReader tickets,
        DataSource database,
        Supplier<Reference> reference,
        FeedStatus status,
        PublishedEvents published,
        GapCounter gaps) {
    /** Counts gaps by reason. */
    @FunctionalInterface
    interface GapCounter {
        void count(String reason);
    }

    TicketEventCodec codec() {
        return new TicketEventCodec(settings.source());
    }
}
