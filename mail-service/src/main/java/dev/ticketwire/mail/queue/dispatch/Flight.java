package dev.ticketwire.mail.queue.dispatch;

import dev.ticketwire.mail.queue.store.Claim;
import dev.ticketwire.mail.queue.store.TextRows.Text;
import dev.ticketwire.osticket.mail.MailAddressee;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A mail that this process has claimed, until its outcome is written. */
final class Flight {
    final Claim claim;
    final Lane lane;
    /** Of those who get it. */
    final List<String> domains;
    /** The minute in which it counts for the limits; 0 if there are none. */
    final int minute;

    final long began = System.nanoTime();
    volatile @Nullable Text text;
    volatile Instant until;
    volatile boolean isLost;
    /** Guarded by the board. */
    boolean isStarted;

    Flight(Claim claim, Lane lane, Instant until, int minute) {
        this.claim = claim;
        this.lane = lane;
        this.domains = domains(claim);
        this.until = until;
        this.minute = minute;
    }

    long id() {
        return claim.id();
    }

    int ticket() {
        return claim.mail().ticket();
    }

    /** Whether nobody else can have it at {@code time}. */
    boolean isHeldAt(Instant time) {
        return !isLost && until.isAfter(time);
    }

    static List<String> domains(Claim claim) {
        return claim.mail().recipients().stream()
                .map(MailAddressee::address)
                .filter(address -> !claim.mail().done().contains(address))
                .map(address -> address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
