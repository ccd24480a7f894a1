package dev.ticketwire.mail.queue.dispatch;

import dev.ticketwire.mail.letter.StoredMail;
import dev.ticketwire.mail.queue.store.Database;
import dev.ticketwire.mail.queue.store.TextRows;
import dev.ticketwire.mail.queue.store.TextRows.Text;
import dev.ticketwire.mail.smtp.Postman;
import dev.ticketwire.mail.smtp.SendResult;
import io.opentelemetry.api.trace.Span;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Hands mails to the postman, each on a thread of its own. */
final class Departures {
    private static final Logger LOG = Logger.getLogger(Departures.class);
    /** A claim that ends sooner is not begun with. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final Database database;
    private final Postman postman;
    private final Board board;
    private final Landings landings;
    private final OutcomeWriter writer;
    private final Trace trace;
    private final Semaphore signal;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean isKilled;

    Departures(
            Database database,
            Postman postman,
            Board board,
            Landings landings,
            OutcomeWriter writer,
            Trace trace,
            Semaphore signal) {
        this.database = database;
        this.postman = postman;
        this.board = board;
        this.landings = landings;
        this.writer = writer;
        this.trace = trace;
        this.signal = signal;
    }

    /** Begins with all that may be sent now. */
    void startAll() {
        for (Lane lane : board.lanes()) {
            for (Flight flight : board.start(lane)) {
                Thread thread = Thread.ofVirtual().name("mail-", flight.id()).unstarted(() -> fly(flight));
                threads.add(thread);
                thread.start();
            }
        }
    }

    private void fly(Flight flight) {
        try {
            if (flight.isHeldAt(Instant.now().plus(MARGIN))) {
                send(flight);
            } else {
                giveBack(flight);
            }
        } catch (SQLException e) {
            giveBack(flight);
        } catch (InterruptedException e) {
            // The process ends as if it was killed.
        } finally {
            threads.remove(Thread.currentThread());
            if (!isKilled) {
                startAll();
            }
        }
    }

    private void giveBack(Flight flight) {
        List<Flight> back = new ArrayList<>(board.heldUp(flight));
        back.add(flight);
        writer.giveBack(back);
    }

    private void send(Flight flight) throws SQLException, InterruptedException {
        StoredMail mail = flight.claim.mail();
        Text text = flight.text;
        flight.text = null;
        if (text == null) {
            text = database.transaction(connection -> TextRows.one(connection, mail.id()))
                    .orElse(null);
        }
        long began = System.nanoTime();
        Span span = trace.begin(mail);
        SendResult result = text == null
                ? new SendResult.Refused("none", 0, "its text is not stored any more")
                : sent(withText(mail, text));
        Trace.end(span, result);
        if (!isKilled && landings.land(flight, result, Duration.ofNanos(System.nanoTime() - began), database)) {
            signal.release();
        }
    }

    private SendResult sent(StoredMail mail) throws InterruptedException {
        try {
            return postman.send(mail);
        } catch (RuntimeException e) {
            LOG.errorf(e, "mail %d could not be made or sent", mail.id());
            return new SendResult.Deferred("none", 0, "the mail could not be made or sent: see the log");
        }
    }

    private static StoredMail withText(StoredMail mail, Text text) {
        return new StoredMail(
                mail.id(),
                mail.ticket(),
                mail.number(),
                mail.type(),
                mail.mailbox(),
                mail.fromName(),
                mail.fromAddress(),
                mail.recipients(),
                mail.done(),
                mail.subject(),
                text.html(),
                text.text(),
                mail.messageId(),
                mail.inReplyTo(),
                mail.references(),
                mail.files(),
                mail.created(),
                mail.traceparent());
    }

    /** Waits for those that are being sent. */
    void finish(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (Thread thread : threads) {
            thread.join(Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime())));
        }
    }

    void kill() {
        isKilled = true;
        threads.forEach(Thread::interrupt);
    }
}
