package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.CaptureLog;
import dev.ticketwire.contract.event.TicketEventCodec;
import dev.ticketwire.contract.event.TicketState;
import dev.ticketwire.event.capture.EventAssembler;
import dev.ticketwire.event.feed.store.PublishedEvents;
import dev.ticketwire.event.feed.store.StateTopic;
import dev.ticketwire.osticket.reference.Reference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What a replica works with.
 *
 * @param kafka connection settings
 * @param logs a new reader of the log
 * @param assemblers a new assembler
 * @param tickets reads tickets as they are in a snapshot of the database
 * @param published is told of visible events
 * @param gaps is told of gaps
 */
record FeedParts(
        FeedSettings settings,
        Map<String, Object> kafka,
        StateTopic states,
        Supplier<CaptureLog> logs,
        Supplier<EventAssembler> assemblers,
        TicketStates tickets,
        DataSource database,
        Supplier<Reference> reference,
        FeedStatus status,
        PublishedEvents published,
        GapCounter gaps) {
    /** Reads existing tickets. */
    @FunctionalInterface
    interface TicketStates {
        /** @return by id; without those that do not exist */
        Map<Long, TicketState> read(Connection connection, Collection<Long> ids) throws SQLException;
    }

    /** Counts gaps by reason. */
    @FunctionalInterface
    interface GapCounter {
        void count(String reason);
    }

    TicketEventCodec codec() {
        return new TicketEventCodec(settings.source());
    }
}
