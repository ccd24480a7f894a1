package dev.ticketwire.event.capture;

import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.binlog.LogPosition;
import dev.ticketwire.binlog.Transaction;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.event.capture.lookup.Found;
import dev.ticketwire.event.capture.lookup.HelpDeskLookup;
import dev.ticketwire.event.capture.lookup.TicketForm;
import dev.ticketwire.event.capture.lookup.Wanted;
import dev.ticketwire.event.capture.row.LoggedTransaction;
import dev.ticketwire.event.capture.row.Step;
import dev.ticketwire.event.capture.rule.CreationPhase;
import dev.ticketwire.event.capture.rule.Surroundings;
import dev.ticketwire.event.capture.rule.TicketStory;
import dev.ticketwire.osticket.reference.Reference;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Assembles events in windows per ticket. Each {@link #close} asks the database at most three times, whatever the number
 * of windows, and visits only those that have changed or whose time has come. In a long backlog the end of the log, to
 * which a look-up belongs, is far away: if very many rows wait for it ({@link Windows#isFull}), tickets are shown with
 * subject and priority as they were looked up, later than their change; what changed is exact all the same.
 */
final class TicketEventAssembler implements EventAssembler {
    /** Steps that one call tells, about; events take much more memory than rows. */
    private static final int MOST_STEPS = 5_000;

    private final Supplier<Reference> reference;
    private final HelpDeskLookup lookup;
    private References references = new References();
    private Windows windows = new Windows(Map.of());
    private RowRouter router = new RowRouter(references, windows, Map.of());
    private @Nullable LogPlace place;
    private long ordinal;
    private long newest;

    TicketEventAssembler(Supplier<Reference> reference, HelpDeskLookup lookup) {
        this.reference = reference;
        this.lookup = lookup;
    }

    @Override
    public void resume(Checkpoint checkpoint) {
        references = new References();
        windows = new Windows(checkpoint.settled());
        router = new RowRouter(references, windows, checkpoint.unrouted());
        place = checkpoint.place();
        ordinal = checkpoint.ordinal();
        newest = 0;
    }

    @Override
    public void read(Transaction transaction, LogPlace after, Instant now) {
        LoggedTransaction logged = new LoggedTransaction(transaction.gtid(), transaction.time(), ordinal, place(), now);
        TransactionRows.of(logged, transaction).forEach(router::route);
        place = after;
        ordinal++;
        newest = Math.max(newest, transaction.time().getEpochSecond());
    }

    private LogPlace place() {
        return Objects.requireNonNull(place, "resume was not called");
    }

    @Override
    public List<TicketEvent> close(Instant proven, LogPlace readPlace) throws SQLException {
        Reference current = reference.get();
        LogPosition read = readPlace.transactions();
        findOwners(read::covers);
        findTickets();
        List<Closing> closings = closings(new ReadClock(proven, newest, windows.isFull()), current, read);
        findNames(closings);
        return tell(closings, current);
    }

    /** What can be told of a window. */
    private record Closing(TicketWindow window, int count, int creation) {
        List<Step> steps() {
            return List.copyOf(window.steps().subList(0, count));
        }
    }

    private void findOwners(Predicate<LogPosition> isRead) throws SQLException {
        Wanted wanted = new Wanted();
        router.addWanted(wanted);
        if (!wanted.isEmpty()) {
            Found found = lookup.find(wanted);
            references.learn(found);
            router.lookedUp(wanted, found);
        }
        router.routeWaiting(isRead);
    }

    private void findTickets() throws SQLException {
        Wanted wanted = new Wanted();
        List<TicketWindow> asking = new ArrayList<>();
        for (TicketWindow window : windows.changed()) {
            if (window.wantsFacts()) {
                asking.add(window);
                wanted.tickets().add(window.ticket());
            }
        }
        if (!wanted.isEmpty()) {
            Found found = lookup.find(wanted);
            references.learn(found);
            asking.forEach(window -> window.found(found.tickets().get(window.ticket()), found.end()));
        }
    }

    private List<Closing> closings(ReadClock clock, Reference current, LogPosition read) {
        TicketForm form = TicketForm.of(current);
        List<Closing> closings = new ArrayList<>();
        int steps = 0;
        for (TicketWindow window : windows.candidates(clock)) {
            CreationPhase creation = window.creation(clock, current);
            int count = steps < MOST_STEPS ? window.closable(clock, creation) : 0;
            if (count > 0 && window.isReady(count, form, read::covers, windows.isFull())) {
                closings.add(new Closing(window, count, creation.steps()));
                steps += count;
            } else if (count > 0 || steps >= MOST_STEPS || window.isNew()) {
                windows.again(window);
            }
        }
        return closings;
    }

    private void findNames(List<Closing> closings) throws SQLException {
        Wanted wanted = new Wanted();
        closings.forEach(closing -> TicketStory.addWanted(
                closing.window.ticket(),
                closing.window.steps().subList(0, closing.count),
                closing.window.facts(),
                wanted));
        wanted.users().removeAll(references.users().keySet());
        wanted.numbers().removeAll(references.numbers().keySet());
        wanted.files().removeAll(references.files().keySet());
        if (!wanted.isEmpty()) {
            references.learn(lookup.find(wanted));
        }
    }

    private List<TicketEvent> tell(List<Closing> closings, Reference current) {
        Surroundings names = Surroundings.of(current, references.users(), references.numbers(), references.files());
        List<TicketEvent> events = new ArrayList<>();
        for (Closing closing : closings) {
            TicketWindow window = closing.window;
            if (window.isGone()) {
                windows.told(window, window.steps().size(), null, true);
            } else {
                TicketStory story =
                        new TicketStory(window.ticket(), closing.steps(), closing.creation, window.facts(), names);
                events.addAll(story.tell());
                windows.told(window, closing.count, story.facts(), story.isDeleted());
            }
        }
        return events;
    }

    @Override
    public Checkpoint checkpoint() {
        LoggedTransaction oldest = older(windows.oldest(), router.oldest());
        return oldest == null
                ? new Checkpoint(place(), ordinal, windows.settledSince(ordinal))
                : new Checkpoint(
                        oldest.before(), oldest.ordinal(), windows.settledSince(oldest.ordinal()), router.unrouted());
    }

    private static @Nullable LoggedTransaction older(
            @Nullable LoggedTransaction one, @Nullable LoggedTransaction other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.ordinal() < other.ordinal() ? one : other;
    }

    @Override
    public int openWindows() {
        return windows.size() + router.waiting();
    }
}
