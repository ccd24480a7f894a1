package dev.ticketwire.mail.queue.dispatch;

import dev.ticketwire.mail.letter.StoredMail;
import dev.ticketwire.mail.queue.store.Claim;
import dev.ticketwire.mail.queue.store.Outcome;
import dev.ticketwire.mail.queue.store.Outcome.State;
import dev.ticketwire.mail.smtp.SendResult;
import dev.ticketwire.mail.smtp.SendResult.Missed;
import dev.ticketwire.osticket.mail.MailAddressee;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the answer of a server means for a mail's row. */
final class Verdicts {
    private static final String LATER = "waits for: ";

    private final BackOffs backOffs;
    private final Duration giveUpAfter;

    Verdicts(BackOffs backOffs, Duration giveUpAfter) {
        this.backOffs = backOffs;
        this.giveUpAfter = giveUpAfter;
    }

    Outcome outcome(Flight flight, SendResult result, Instant now) {
        Claim claim = flight.claim;
        List<String> done = claim.mail().done();
        return switch (result) {
            case SendResult.Sent sent -> sent(flight, sent, now);
            case SendResult.Refused refused ->
                new Outcome(
                        claim,
                        State.FAILED,
                        now,
                        refused.server(),
                        refused.status(),
                        refused.error(),
                        null,
                        claim.firstFailure(),
                        done);
            case SendResult.Deferred deferred -> {
                boolean isNew = claim.firstFailure() == null && !isOurFault(deferred);
                Instant first = isNew ? now : claim.firstFailure();
                yield again(flight, deferred.server(), deferred.status(), deferred.error(), first, done, now);
            }
            case SendResult.Unreachable away ->
                again(flight, away.server(), away.status(), away.error(), claim.firstFailure(), done, now);
        };
    }

    /** Whether no server was asked: the database did not answer, or the mail could not be made. */
    static boolean isOurFault(SendResult result) {
        return result instanceof SendResult.Deferred deferred
                        && deferred.status() == 0
                        && deferred.server().equals("none")
                || result instanceof SendResult.Refused refused
                        && refused.server().equals("none");
    }

    private Outcome sent(Flight flight, SendResult.Sent sent, Instant now) {
        Claim claim = flight.claim;
        String refused = join(refusedBefore(claim.error()), note(claim.mail(), sent.missed(), Missed::forGood));
        List<String> waiting = sent.missed().stream()
                .filter(missed -> !missed.forGood())
                .map(Missed::address)
                .toList();
        if (waiting.isEmpty()) {
            return new Outcome(
                    claim,
                    State.SENT,
                    now,
                    sent.server(),
                    sent.status(),
                    refused.isEmpty() ? null : refused,
                    null,
                    claim.firstFailure(),
                    List.of());
        }
        int status = sent.missed().stream()
                .filter(missed -> !missed.forGood())
                .findFirst()
                .orElseThrow()
                .status();
        List<String> done = claim.mail().recipients().stream()
                .map(MailAddressee::address)
                .filter(address -> !waiting.contains(address))
                .distinct()
                .toList();
        String error = join(refused, LATER + note(claim.mail(), sent.missed(), missed -> !missed.forGood()));
        Instant first = claim.firstFailure() == null ? now : claim.firstFailure();
        return again(flight, sent.server(), status, error, first, done, now);
    }

    private Outcome again(
            Flight flight,
            String server,
            int status,
            String error,
            @Nullable Instant firstFailure,
            List<String> done,
            Instant now) {
        Claim claim = flight.claim;
        Duration age = claim.age().plusNanos(System.nanoTime() - flight.began);
        boolean isGivenUp = age.compareTo(giveUpAfter) >= 0;
        return new Outcome(
                claim,
                isGivenUp ? State.FAILED : State.WAITING,
                now,
                server,
                status,
                join(claim.mail().done().isEmpty() ? "" : refusedBefore(claim.error()), error),
                isGivenUp ? null : backOffs.mail(claim.attempts() + 1, now),
                firstFailure,
                done);
    }

    /** Recipients by their place in the mail: addresses are in no error. */
    private static String note(StoredMail mail, List<Missed> all, Predicate<Missed> which) {
        List<String> notes = new ArrayList<>();
        List<String> addresses =
                mail.recipients().stream().map(MailAddressee::address).toList();
        for (Missed missed : all) {
            if (which.test(missed)) {
                notes.add("recipient " + (addresses.indexOf(missed.address()) + 1) + " of " + addresses.size() + ": "
                        + (missed.status() == 0 ? "" : missed.status() + " ") + missed.error());
            }
        }
        return String.join("; ", notes);
    }

    /** What an earlier attempt has noted of recipients that are refused for good. */
    private static String refusedBefore(@Nullable String error) {
        if (error == null || !error.startsWith("recipient ")) {
            return "";
        }
        int later = error.indexOf(LATER);
        return later < 0 ? error : error.substring(0, later).replaceAll("[; ]+$", "");
    }

    private static String join(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + "; " + other;
    }
}
