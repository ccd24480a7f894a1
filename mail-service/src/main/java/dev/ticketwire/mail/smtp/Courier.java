package dev.ticketwire.mail.smtp;

import dev.ticketwire.mail.letter.AddressForm;
import dev.ticketwire.mail.letter.Letter;
import dev.ticketwire.mail.smtp.SendResult.Missed;
import dev.ticketwire.mail.smtp.SendResult.Refused;
import dev.ticketwire.mail.smtp.SendResult.Sent;
import dev.ticketwire.mail.smtp.SendResult.Unreachable;
import dev.ticketwire.mail.smtp.TrackedMessage.Stage;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Hands a letter over to one server. */
final class Courier {
    private static final Session ASCII = session(false);
    private static final Session UTF8 = session(true);

    private final Dialer dialer;
    private final Pools pools;

    Courier(Dialer dialer, Pools pools) {
        this.dialer = dialer;
        this.pools = pools;
    }

    SendResult send(Letter letter, Server server, Deadline deadline) throws InterruptedException {
        Pool pool = pools.of(server);
        if (!pool.enter(deadline.left())) {
            return new Unreachable(server.name(), 0, "all connections to it are busy");
        }
        try {
            String from = from(letter, server);
            return Envelope.needsUtf8(letter.mail(), from)
                    ? sendUnicode(letter, server, deadline, from)
                    : sendPlain(letter, server, pool, deadline, from);
        } catch (CannotConnect e) {
            return new Unreachable(server.name(), e.status(), e.reason());
        } finally {
            pool.leave();
        }
    }

    /** A server that ended an idle connection has done nothing wrong: a new one is tried at once. */
    private SendResult sendPlain(Letter letter, Server server, Pool pool, Deadline deadline, String from)
            throws CannotConnect {
        Envelope envelope = Envelope.of(letter.mail(), from, AddressForm.ASCII);
        if (envelope.isUnusable()) {
            return unusable(server, envelope);
        }
        SmtpConnection kept = pool.take();
        if (kept != null) {
            Attempt attempt = attempt(letter, server, envelope, AddressForm.ASCII, kept, deadline);
            settle(pool, kept, attempt);
            if (!attempt.isStale) {
                return attempt.result;
            }
        }
        SmtpConnection connection = dialer.connect(server, false, deadline);
        Attempt attempt = attempt(letter, server, envelope, AddressForm.ASCII, connection, deadline);
        settle(pool, connection, attempt);
        return attempt.result;
    }

    /** Such mails are rare: they get a connection of their own. */
    private SendResult sendUnicode(Letter letter, Server server, Deadline deadline, String from) throws CannotConnect {
        SmtpConnection connection = dialer.connect(server, true, deadline);
        try {
            AddressForm form = connection.takesUtf8() ? AddressForm.UTF8 : AddressForm.ASCII;
            Envelope envelope = Envelope.of(letter.mail(), from, form);
            return envelope.isUnusable()
                    ? unusable(server, envelope)
                    : attempt(letter, server, envelope, form, connection, deadline).result;
        } finally {
            connection.close();
        }
    }

    private record Attempt(SendResult result, boolean isStale, boolean isConnectionUsable) {}

    private static Attempt attempt(
            Letter letter,
            Server server,
            Envelope envelope,
            AddressForm form,
            SmtpConnection connection,
            Deadline deadline) {
        TrackedMessage message = new TrackedMessage(
                form == AddressForm.UTF8 ? UTF8 : ASCII, java.util.Objects.requireNonNull(envelope.from()));
        try {
            letter.writeTo(message, server.sender(letter.mail().fromAddress()), form);
            connection.send(message, envelope.addresses(), deadline);
            return new Attempt(new Sent(server.name(), connection.status(), envelope.unusable()), false, true);
        } catch (MessagingException e) {
            Verdict verdict = Verdict.of(server.name(), e, envelope);
            boolean isStale = message.stage() == Stage.ENVELOPE && verdict.isPerhapsStale();
            return new Attempt(with(envelope.unusable(), verdict.result()), isStale, !verdict.isServerGone());
        } catch (IllegalStateException e) {
            // Angus had noticed before that the connection is closed.
            return new Attempt(new Unreachable(server.name(), 0, "the connection broke"), true, false);
        }
    }

    private static void settle(Pool pool, SmtpConnection connection, Attempt attempt) {
        if (attempt.isConnectionUsable && !attempt.isStale) {
            pool.giveBack(connection);
        } else {
            connection.close();
        }
    }

    private static String from(Letter letter, Server server) {
        @Nullable String sender = server.sender(letter.mail().fromAddress());
        return sender == null ? letter.mail().fromAddress() : sender;
    }

    private static SendResult unusable(Server server, Envelope envelope) {
        return envelope.from() == null
                ? new Refused(server.name(), 0, "the sender's address cannot be used")
                : new Refused(server.name(), 0, envelope.unusable().getFirst().error());
    }

    private static SendResult with(List<Missed> unusable, SendResult result) {
        if (!(result instanceof Sent sent) || unusable.isEmpty()) {
            return result;
        }
        List<Missed> all = new ArrayList<>(unusable);
        all.addAll(sent.missed());
        return new Sent(sent.server(), sent.status(), all);
    }

    private static Session session(boolean allowsUtf8) {
        Properties properties = new Properties();
        properties.put("mail.mime.allowutf8", String.valueOf(allowsUtf8));
        return Session.getInstance(properties);
    }
}
