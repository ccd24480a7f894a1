package dev.ticketwire.webhook.delivery.dispatch;

import dev.ticketwire.webhook.delivery.store.Delivery;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries of one ticket to one subscription, of which the first must succeed before the second is sent. Its
 * first ones are in memory, others may be in the database. For the dispatcher's thread.
 */
final class Lane {
    /** In memory. */
    static final int MOST_ROWS = 20;

    private final Term term;
    private final String ticket;
    private final Deque<Delivery> rows = new ArrayDeque<>();
    private State state = State.READY;
    private Instant due = Instant.MIN;
    /** Rows up to this id need not be loaded. */
    private long upTo;

    private boolean hasMore;

    enum State {
        READY,
        IN_FLIGHT,
        /** For its retry. */
        WAITING,
        LOADING,
        /** Forgotten. */
        GONE
    }

    /** @param ticket empty for events without */
    Lane(Term term, String ticket) {
        this.term = term;
        this.ticket = ticket;
    }

    Term term() {
        return term;
    }

    String ticket() {
        return ticket;
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }

    Instant due() {
        return due;
    }

    long upTo() {
        return upTo;
    }

    boolean hasMore() {
        return hasMore;
    }

    @Nullable
    Delivery head() {
        return rows.peek();
    }

    /** Adds a delivery that is behind all others, or notes that there is one in the database. */
    void add(Delivery delivery) {
        if (delivery.id() <= upTo) {
            return;
        }
        if (hasMore || state == State.WAITING || state == State.LOADING || rows.size() >= MOST_ROWS) {
            hasMore = true;
        } else {
            append(delivery);
        }
    }

    /** Adds a delivery that was asked for again, unless it is here: if it is before others, nobody will look for it. */
    void addAgain(Delivery delivery) {
        if (rows.stream().anyMatch(row -> row.id() == delivery.id())) {
            return;
        }
        if (delivery.id() <= upTo) {
            rows.add(delivery);
        } else {
            add(delivery);
        }
    }

    private void append(Delivery delivery) {
        rows.add(delivery);
        upTo = delivery.id();
    }

    /** The first one is done. */
    void removeHead() {
        rows.remove();
    }

    /** Those behind the first one need no memory until it is due. */
    void waitFor(Delivery failed, Instant until) {
        rows.remove();
        rows.addFirst(failed);
        rows.stream()
                .mapToLong(Delivery::id)
                .filter(id -> id > failed.id())
                .min()
                .ifPresent(first -> {
                    rows.removeIf(row -> row.id() >= first);
                    upTo = first - 1;
                    hasMore = true;
                });
        due = until;
        state = State.WAITING;
    }

    void discard(long id) {
        rows.removeIf(row -> row.id() == id);
    }

    /** What will be loaded is all that there is, unless more is added meanwhile. */
    void startLoading() {
        state = State.LOADING;
        hasMore = false;
    }

    /** @param isAll whether the database had no more */
    void loaded(Iterable<Delivery> more, boolean isAll) {
        more.forEach(this::append);
        hasMore |= !isAll;
    }
}
