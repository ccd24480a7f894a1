package dev.ticketwire.mail.queue.dispatch;

import dev.ticketwire.mail.queue.store.ClaimRows;
import dev.ticketwire.mail.queue.store.Database;
import dev.ticketwire.mail.smtp.Postman;
import dev.ticketwire.osticket.read.BackOff;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Sends the mails that are due: claims them, hands them to the postman, and writes what became of them. */
public final class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final String process = UUID.randomUUID().toString();
    private final Semaphore signal = new Semaphore(0);
    private final Database database;
    private final QueueSettings settings;
    private final Board board;
    private final OutcomeWriter writer;
    private final Rounds rounds;
    private final Departures departures;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("mail-dispatch").unstarted(this::run);
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mail-claims").factory());
    private volatile boolean isStopping;
    private volatile boolean isKilled;

    public Dispatcher(
            Database database, Postman postman, QueueSettings settings, MeterRegistry meters, OpenTelemetry telemetry) {
        this.database = database;
        this.settings = settings;
        BackOffs backOffs = new BackOffs(settings.backOff());
        this.board = new Board(settings, backOffs);
        Limits limits = new Limits(settings);
        this.writer = new OutcomeWriter(database, limits, process, this::written);
        Routes routes = new Routes(postman, board);
        Verdicts verdicts = new Verdicts(backOffs, settings.giveUpAfter());
        this.departures = new Departures(
                database,
                postman,
                board,
                new Landings(board, writer, verdicts, routes, new Meters(meters, board)),
                writer,
                new Trace(telemetry),
                signal);
        Claimer claimer = new Claimer(database, board, limits, settings, process);
        this.rounds = new Rounds(database, board, routes, claimer, limits, settings, writer, departures);
    }

    public void start() {
        writer.start();
        thread.start();
        long every = settings.claim().dividedBy(4).toMillis();
        renewal.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.MILLISECONDS);
    }

    /** What keeps mails from being sent, but for servers; empty if nothing does. */
    public List<String> problems() {
        boolean isRunning = isStopping || thread.isAlive() || thread.getState() == Thread.State.NEW;
        return Stream.of(
                        database.problem(),
                        writer.problem(),
                        isRunning ? null : "mails are no longer claimed: restart the service")
                .filter(problem -> problem != null)
                .map(String::valueOf)
                .toList();
    }

    /** Servers that cannot be used now. */
    public List<String> away() {
        return board.away();
    }

    /** Whether mails wait because as many as allowed were sent in this minute. */
    public boolean isHeldBack() {
        return rounds.isHeldBack(Instant.now());
    }

    /** Mails from servers that are away, and have waited for too long. Blocks. */
    public void giveUp() throws SQLException {
        rounds.giveUp();
    }

    private void run() {
        BackOff backOff = new BackOff(settings.poll(), Duration.ofSeconds(2));
        try {
            while (!isStopping) {
                try {
                    boolean isMore = rounds.round();
                    backOff.reset();
                    if (!isMore) {
                        await();
                    }
                } catch (SQLException e) {
                    LOG.debugf("no mails were claimed: %s", e.getMessage());
                    backOff.pause();
                } catch (RuntimeException e) {
                    LOG.error("mails were not claimed", e);
                    backOff.pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() throws InterruptedException {
        if (signal.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }

    private void written(List<Flight> flights) {
        if (isKilled) {
            return;
        }
        board.forget(flights);
        if (flights.stream().map(flight -> flight.lane).distinct().anyMatch(rounds::hasRoom)) {
            signal.release();
        }
    }

    private void renew() {
        List<Flight> flights = board.all();
        if (flights.isEmpty()) {
            return;
        }
        Instant until = Instant.now().plus(settings.claim());
        Set<Long> ids = flights.stream().map(Flight::id).collect(Collectors.toSet());
        try {
            Set<Long> ours = database.transaction(connection -> ClaimRows.renew(connection, process, until, ids));
            for (Flight flight : flights) {
                if (ours.contains(flight.id())) {
                    flight.until = until;
                } else {
                    flight.isLost = true;
                }
            }
        } catch (SQLException e) {
            LOG.debugf("claims were not renewed: %s", e.getMessage());
        }
    }

    /** Ends in order: what is being sent is sent, what is not is given back. Takes at most {@code limit}. */
    public void drain(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        isStopping = true;
        signal.release();
        thread.join(left(end));
        for (Lane lane : board.lanes()) {
            writer.giveBack(board.empty(lane));
        }
        departures.finish(left(end));
        writer.finish(left(end));
        renewal.shutdownNow();
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    /** Ends as a killed process does: nothing more is written. */
    public void kill() {
        isKilled = true;
        isStopping = true;
        writer.kill();
        thread.interrupt();
        renewal.shutdownNow();
        departures.kill();
    }
}
