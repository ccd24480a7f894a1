package dev.ticketwire.event.feed.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.contract.event.Actor;
import dev.ticketwire.contract.event.TicketChange;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.event.TicketState;
import dev.ticketwire.event.feed.copy.TicketReader.TicketsAt;
import dev.ticketwire.event.feed.store.CopyProgress;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CopyJobTest {
    /** So fast that no call waits for its turn. */
    private static final int RATE = 1_000_000;

    private final ToldTickets told = new ToldTickets();
    private long now = 10;

    @Test
    void ticketsArePublishedInTheOrderOfTheirIdsWithTheProgress() throws SQLException {
        CopyJob job = job(CopyProgress.NONE, 3);

        assertThat(ids(job.advance(place(10), told))).containsExactly(1L, 2L, 3L);
        assertThat(job.progress()).isEqualTo(new CopyProgress(3, 3, List.of()));
        assertThat(job.advance(place(10), told)).isEmpty();
        assertThat(job.isDone()).isTrue();
    }

    @Test
    void aJobGoesOnBehindItsProgress() throws SQLException {
        CopyJob job = job(new CopyProgress(2, 2, List.of()), 3);

        assertThat(ids(job.advance(place(10), told))).containsExactly(3L);
    }

    @Test
    void aBatchWaitsUntilTheEventsBeforeItArePublished() throws SQLException {
        CopyJob job = job(CopyProgress.NONE, 1);

        assertThat(job.advance(place(9), told)).isEmpty();
        assertThat(ids(job.advance(place(10), told))).containsExactly(1L);
    }

    @Test
    void aTicketWithALaterEventIsReadAgain() throws SQLException {
        CopyJob job = job(CopyProgress.NONE, 2);
        job.advance(place(9), told);
        told.add(event(1, 11));

        assertThat(ids(job.advance(place(11), told))).containsExactly(2L);
        assertThat(job.progress()).isEqualTo(new CopyProgress(2, 1, List.of(1L)));
        now = 11;
        assertThat(ids(job.advance(place(11), told))).containsExactly(1L);
        assertThat(job.progress()).isEqualTo(new CopyProgress(2, 2, List.of()));
    }

    @Test
    void aTicketThatNeverRestsEndsTheJobAllTheSame() throws SQLException {
        CopyJob job = job(CopyProgress.NONE, 1);

        for (int round = 0; round < 20; round++) {
            told.add(event(1, now + 1));
            assertThat(job.advance(place(now + 1), told)).isEmpty();
        }

        assertThat(job.isDone()).isTrue();
    }

    @Test
    void aFailedReadIsThrown() {
        CopyJob job = new CopyJob(
                (after, most) -> List.of(1L),
                ids -> {
                    throw new SQLException("away");
                },
                Runnable::run,
                RATE,
                CopyProgress.NONE);

        assertThatThrownBy(() -> job.advance(place(1), told))
                .isInstanceOf(SQLException.class)
                .hasMessage("away");
    }

    private CopyJob job(CopyProgress from, long tickets) {
        TicketIds ids = (after, most) ->
                LongStream.rangeClosed(after + 1, tickets).boxed().toList();
        TicketReader reader = asked ->
                new TicketsAt(place(now), asked.stream().collect(Collectors.toMap(id -> id, CopyJobTest::ticket)));
        return new CopyJob(ids, reader, Runnable::run, RATE, from);
    }

    private static LogPlace place(long sequence) {
        return new LogPlace("1", "log.000001", sequence, "0-1-" + sequence);
    }

    private static TicketEvent event(long ticket, long sequence) {
        TicketChange change = new TicketChange(ticket(ticket), Actor.SYSTEM, null, null, null);
        String id = "0-1-" + sequence + "-1764516902-0-0-created";
        return new TicketEvent(id, TicketEventType.CREATED, Instant.EPOCH, "n" + ticket, null, change);
    }

    private static TicketState ticket(long id) {
        return new TicketState(
                id, "n" + id, null, null, null, null, null, null, null, null, null, "Web", false, false, null, null,
                null, null);
    }

    private static List<Long> ids(List<TicketState> tickets) {
        return new ArrayList<>(tickets.stream().map(TicketState::id).toList());
    }
}
