package dev.ticketwire.mail.queue.dispatch;

import dev.ticketwire.mail.queue.dispatch.Claimer.Claimed;
import dev.ticketwire.mail.queue.dispatch.Claimer.Wish;
import dev.ticketwire.mail.queue.store.Database;
import dev.ticketwire.mail.queue.store.RetryRows;
import dev.ticketwire.mail.queue.store.WaitingRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jboss.logging.Logger;

/** Looks for work: new mails for servers that can be used, one to try each of the others. Used by one thread. */
final class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);
    /** In hand for each connection: enough until more are claimed. */
    private static final int AHEAD = 32;

    private final Database database;
    private final Board board;
    private final Routes routes;
    private final Claimer claimer;
    private final Limits limits;
    private final QueueSettings settings;
    private final OutcomeWriter writer;
    private final Departures departures;
    private final int window;
    private int turn;
    private volatile Instant heldBackUntil = Instant.MIN;

    Rounds(
            Database database,
            Board board,
            Routes routes,
            Claimer claimer,
            Limits limits,
            QueueSettings settings,
            OutcomeWriter writer,
            Departures departures) {
        this.database = database;
        this.board = board;
        this.routes = routes;
        this.claimer = claimer;
        this.limits = limits;
        this.settings = settings;
        this.writer = writer;
        this.departures = departures;
        this.window = AHEAD * settings.connections();
    }

    /** Whether enough of its mails have ended to claim more. */
    boolean hasRoom(Lane lane) {
        return board.held(lane) <= window / 2;
    }

    boolean isHeldBack(Instant now) {
        return now.isBefore(heldBackUntil);
    }

    /** @return whether there may be more to do at once */
    boolean round() throws SQLException {
        List<Integer> mailboxes = new ArrayList<>(database.transaction(WaitingRows::mailboxes));
        routes.refresh(mailboxes);
        boolean isMore = false;
        if (!mailboxes.isEmpty()) {
            // A mailbox with many mails must not keep another one's from the window.
            Collections.rotate(mailboxes, turn++ % mailboxes.size());
        }
        for (int mailbox : mailboxes) {
            isMore |= ofMailbox(mailbox, mailboxes.size());
        }
        return isMore;
    }

    private boolean ofMailbox(int mailbox, int mailboxes) throws SQLException {
        Lane lane = routes.of(mailbox);
        Instant now = Instant.now();
        if (isHeldBack(now)) {
            return false;
        }
        if (board.isAway(lane)) {
            writer.giveBack(board.empty(lane));
            if (board.isProbeDue(lane, now)) {
                return claim(new Wish(mailbox, lane, 1, true, routes.away(lane)), now);
            }
            return false;
        }
        if (!hasRoom(lane)) {
            return false;
        }
        int most = Math.max(settings.connections(), (window - board.held(lane)) / mailboxes);
        return claim(new Wish(mailbox, lane, most, false, routes.away(lane)), now);
    }

    private boolean claim(Wish wish, Instant now) throws SQLException {
        Claimed claimed = claimer.claim(wish, routes::usable);
        if (claimed.isBeyondLimit()) {
            LOG.debug("mails are held back by a limit");
            if (claimed.flights().isEmpty()) {
                heldBackUntil = limits.isMinuteFull(database, now) ? limits.next(now) : Instant.MIN;
            }
        }
        if (wish.isProbe()) {
            claimed.flights().forEach(board::addProbe);
        } else {
            board.add(claimed.flights());
        }
        departures.startAll();
        return !claimed.flights().isEmpty() && !wish.isProbe();
    }

    void giveUp() throws SQLException {
        List<Integer> away = routes.away(null);
        Instant now = Instant.now();
        int given = database.transaction(
                connection -> RetryRows.giveUp(connection, away, settings.giveUpAfter(), now, claimer.expired(now)));
        if (given > 0) {
            LOG.warnf("%d mails were given up: no server took them in %s", given, settings.giveUpAfter());
        }
    }
}
