package dev.ticketwire.mail.smtp;

import dev.ticketwire.mail.letter.Letter;
import dev.ticketwire.mail.letter.Letters;
import dev.ticketwire.mail.letter.StoredMail;
import dev.ticketwire.mail.smtp.SendResult.Deferred;
import dev.ticketwire.mail.smtp.SendResult.Refused;
import dev.ticketwire.mail.smtp.SendResult.Sent;
import dev.ticketwire.mail.smtp.SendResult.Unreachable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Tries the servers of a mail in turn until one takes it. */
public class SmtpPostman implements Postman {
    /** The server of mails for which there is none. */
    private static final String NONE = "none";

    private final SmtpSettings settings;
    private final Routes routes;
    private final Letters letters;
    private final Courier courier;
    private final ServerHealth health;
    private final ScheduledExecutorService timer;

    SmtpPostman(
            SmtpSettings settings,
            Routes routes,
            Letters letters,
            Courier courier,
            ServerHealth health,
            ScheduledExecutorService timer) {
        this.settings = settings;
        this.routes = routes;
        this.letters = letters;
        this.courier = courier;
        this.health = health;
        this.timer = timer;
    }

    @Override
    public String server(StoredMail mail) {
        try {
            List<Server> servers = routes.of(mail);
            return servers.stream()
                    .filter(server -> !health.isKnownAway(server))
                    .findFirst()
                    .or(() -> servers.stream().findFirst())
                    .map(Server::name)
                    .orElse(NONE);
        } catch (SQLException e) {
            return NONE;
        }
    }

    @Override
    public SendResult send(StoredMail mail) throws InterruptedException {
        try (Deadline deadline = new Deadline(timer, settings.attemptTimeout())) {
            List<Server> servers = routes.of(mail);
            if (servers.isEmpty()) {
                return new Unreachable(
                        NONE, 0, "no SMTP account of the help desk is active for its sender, and no relay set");
            }
            return inTurn(letters.of(mail), servers, deadline);
        } catch (IOException | SQLException e) {
            return new Deferred(NONE, 0, "the database did not answer");
        }
    }

    private SendResult inTurn(Letter letter, List<Server> servers, Deadline deadline) throws InterruptedException {
        Map<Server, SendResult> tried = new LinkedHashMap<>();
        List<Server> skipped = new ArrayList<>();
        for (Server server : servers) {
            boolean isLastHope = server.equals(servers.getLast());
            if (!isLastHope && health.isPaused(server)) {
                skipped.add(server);
                continue;
            }
            SendResult result = courier.send(letter, server, deadline);
            if (result instanceof Sent) {
                tried.forEach(this::remember);
                health.works(server);
                return result;
            }
            tried.put(server, result);
        }
        health.tryAgain(skipped);
        return failed(new ArrayList<>(tried.values()));
    }

    private void remember(Server server, SendResult result) {
        if (result instanceof Unreachable away) {
            health.away(server, away.error());
        } else {
            health.works(server);
        }
    }

    /** Refused only if all refuse it: another may take it later. */
    private static SendResult failed(List<SendResult> results) {
        SendResult last = results.getLast();
        if (results.stream().allMatch(Refused.class::isInstance)
                || results.stream().allMatch(Unreachable.class::isInstance)) {
            return last;
        }
        @Nullable
        SendResult deferred =
                results.stream().filter(Deferred.class::isInstance).findFirst().orElse(null);
        if (deferred != null) {
            return deferred;
        }
        Refused refused = (Refused)
                results.stream().filter(Refused.class::isInstance).findFirst().orElseThrow();
        return new Deferred(refused.server(), refused.status(), refused.error());
    }
}
