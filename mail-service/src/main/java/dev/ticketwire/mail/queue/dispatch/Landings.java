package dev.ticketwire.mail.queue.dispatch;

import dev.ticketwire.mail.queue.store.Database;
import dev.ticketwire.mail.queue.store.Outcome;
import dev.ticketwire.mail.queue.store.Outcome.State;
import dev.ticketwire.mail.queue.store.RetryRows;
import dev.ticketwire.mail.smtp.SendResult;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** What follows from a server's answer: for the mail, for those behind it, for the server. */
final class Landings {
    private static final Logger LOG = Logger.getLogger("dev.ticketwire.mail.outcome");

    private final Board board;
    private final OutcomeWriter writer;
    private final Verdicts verdicts;
    private final Routes routes;
    private final Meters meters;

    Landings(Board board, OutcomeWriter writer, Verdicts verdicts, Routes routes, Meters meters) {
        this.board = board;
        this.writer = writer;
        this.verdicts = verdicts;
        this.routes = routes;
        this.meters = meters;
    }

    /** @return whether there is more to claim because of it */
    boolean land(Flight flight, SendResult result, Duration took, Database database) {
        Instant now = Instant.now();
        Outcome outcome = verdicts.outcome(flight, result, now);
        meters.attempt(flight.claim, result, took, now);
        log(flight, outcome);
        List<Flight> back = new ArrayList<>();
        if (outcome.state() == State.WAITING) {
            back.addAll(board.heldUp(flight));
        } else {
            board.landed(flight);
        }
        boolean isBack = false;
        if (result instanceof SendResult.Unreachable away) {
            if (board.away(flight, now)) {
                LOG.warnf("SMTP server %s cannot be used, its mails wait: %s", away.server(), away.error());
            }
            back.addAll(board.empty(flight.lane));
        } else if (!Verdicts.isOurFault(result)) {
            isBack = board.works(flight.lane);
        }
        writer.add(flight, outcome);
        writer.giveBack(back);
        if (isBack) {
            LOG.infof("SMTP server %s takes mails again", flight.lane.server);
            atOnce(flight.lane, database, now);
        }
        return isBack;
    }

    /** All that only waited for their server go on. If that cannot be written, they go on when they are due. */
    private void atOnce(Lane lane, Database database, Instant now) {
        try {
            database.transaction(
                    connection -> RetryRows.atOnce(connection, routes.of(lane), board.suspects(lane), now));
        } catch (SQLException e) {
            LOG.debugf("mails wait until they are due: %s", e.getMessage());
        }
    }

    private static void log(Flight flight, Outcome outcome) {
        MDC.put("mail", flight.id());
        MDC.put("ticket", String.valueOf(flight.claim.mail().number()));
        try {
            String type = flight.claim.mail().type().label();
            switch (outcome.state()) {
                case SENT -> LOG.debugf("mail %d (%s) sent", flight.id(), type);
                case FAILED ->
                    LOG.warnf(
                            "mail %d (%s) given up: %s answered %d",
                            flight.id(), type, outcome.server(), outcome.status());
                case WAITING ->
                    LOG.debugf(
                            "mail %d (%s) waits: %s answered %d",
                            flight.id(), type, outcome.server(), outcome.status());
            }
        } finally {
            MDC.remove("mail");
            MDC.remove("ticket");
        }
    }
}
