package dev.ticketwire.event.feed.copy;

import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.binlog.LogPosition.Gtid;
import dev.ticketwire.contract.event.TicketChange;
import dev.ticketwire.contract.event.TicketEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last transaction of each ticket from which an event was published: a state that was read before it must not be
 * published after it.
 */
public final class ToldTickets {
    private static final Pattern GTID = Pattern.compile("(\\d+)-(\\d+)-(\\d+)-.+");

    private final Map<Long, Told> last = new HashMap<>();

    private record Told(long domain, Gtid gtid) {}

    /** @param event from the log; its id begins with the GTID */
    public void add(TicketEvent event) {
        Matcher id = GTID.matcher(event.id());
        if (event.data() instanceof TicketChange change && id.matches()) {
            Gtid gtid = new Gtid(Long.parseLong(id.group(2)), Long.parseLong(id.group(3)));
            last.put(change.ticket().id(), new Told(Long.parseLong(id.group(1)), gtid));
        }
    }

    /** Whether an event of a transaction behind {@code place} is published. */
    boolean isToldBehind(long ticket, LogPlace place) {
        Told told = last.get(ticket);
        return told != null && isBehind(told, place);
    }

    /** Forgets what any later read contains. */
    void forgetBefore(LogPlace place) {
        last.values().removeIf(told -> !isBehind(told, place));
    }

    /** Forgets everything: nothing is being copied. */
    public void clear() {
        last.clear();
    }

    private static boolean isBehind(Told told, LogPlace place) {
        Gtid reached = place.transactions().last().get(told.domain);
        return reached == null || told.gtid.sequence() > reached.sequence();
    }
}
