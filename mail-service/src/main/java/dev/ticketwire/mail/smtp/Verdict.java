package dev.ticketwire.mail.smtp;

import dev.ticketwire.mail.letter.UnreadableFile;
import dev.ticketwire.mail.smtp.SendResult.Deferred;
import dev.ticketwire.mail.smtp.SendResult.Missed;
import dev.ticketwire.mail.smtp.SendResult.Refused;
import dev.ticketwire.mail.smtp.SendResult.Sent;
import dev.ticketwire.mail.smtp.SendResult.Unreachable;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a failed attempt means: fault of the mail, of a recipient, or of the server. */
final class Verdict {
    /** The server shuts down, or wants a login first. */
    private static final Set<Integer> OF_SERVER = Set.of(421, 454, 530, 534, 535, 538);

    private final String server;
    private final int status;
    private final String answer;
    private final List<Missed> missed;
    private final boolean isFileUnreadable;
    private final boolean isDelivered;

    private Verdict(
            String server,
            int status,
            String answer,
            List<Missed> missed,
            boolean isFileUnreadable,
            boolean isDelivered) {
        this.server = server;
        this.status = status;
        this.answer = answer;
        this.missed = missed;
        this.isFileUnreadable = isFileUnreadable;
        this.isDelivered = isDelivered;
    }

    /** @param envelope names the recipients as they are stored */
    static Verdict of(String server, MessagingException failure, Envelope envelope) {
        int status = 0;
        String answer = "";
        boolean isFileUnreadable = false;
        boolean isDelivered = false;
        List<Missed> missed = new ArrayList<>();
        for (Exception e = failure; e != null; e = next(e)) {
            isFileUnreadable |= e instanceof UnreadableFile || e.getCause() instanceof UnreadableFile;
            if (e instanceof SMTPAddressFailedException one) {
                missed.add(missed(envelope, one));
            } else if (e instanceof SMTPSendFailedException whole) {
                status = whole.getReturnCode();
                answer = text(whole);
                isDelivered = whole.getCommand().equals(".") && status == 250;
            } else if (e instanceof SMTPSenderFailedException sender) {
                status = sender.getReturnCode();
                answer = text(sender);
            }
        }
        return new Verdict(server, status, answer, missed, isFileUnreadable, isDelivered);
    }

    /** Whether the connection is of no more use. */
    boolean isServerGone() {
        return worst() <= 0 || worst() == 421;
    }

    /** Whether a connection that was idle is to blame: a new one may do better. */
    boolean isPerhapsStale() {
        return !isFileUnreadable
                && !isDelivered
                && (isServerGone() || missed.isEmpty() && (worst() < 500 || worst() == 503));
    }

    SendResult result() {
        if (isDelivered) {
            return new Sent(server, status, missed);
        }
        if (isFileUnreadable) {
            return new Deferred(server, 0, "a file of the mail could not be read");
        }
        int worst = worst();
        String error = worst <= 0 ? "the connection broke" : ServerAnswer.shown(text());
        if (worst <= 0 || OF_SERVER.contains(worst)) {
            return new Unreachable(server, Math.max(0, worst), error);
        }
        return worst >= 500 ? new Refused(server, worst, error) : new Deferred(server, worst, error);
    }

    /** The status that decides: of recipients one that may do later, since then all are tried again. */
    private int worst() {
        if (status != 0 || missed.isEmpty()) {
            return status;
        }
        return missed.stream()
                .filter(one -> !one.forGood())
                .findFirst()
                .orElse(missed.getFirst())
                .status();
    }

    private String text() {
        return status != 0 || missed.isEmpty() ? answer : missed.getFirst().error();
    }

    private static String text(Exception e) {
        return e.getMessage() == null ? "" : e.getMessage();
    }

    private static Missed missed(Envelope envelope, SMTPAddressFailedException e) {
        String written = e.getAddress().getAddress();
        String stored = envelope.recipients().entrySet().stream()
                .filter(entry -> entry.getValue().equals(written))
                .map(entry -> entry.getKey())
                .findFirst()
                .orElse(written);
        return new Missed(stored, e.getReturnCode() >= 500, e.getReturnCode(), ServerAnswer.shown(e.getMessage()));
    }

    @SuppressWarnings("NullAway") // the chain ends with null
    private static Exception next(Exception e) {
        return e instanceof MessagingException mail ? mail.getNextException() : null;
    }
}
