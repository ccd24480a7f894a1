package dev.ticketwire.webhook.delivery.dispatch;

/** How much of a subscription's deliveries in one partition is in memory. For the dispatcher's thread. */
final class Stock {
    private final Term term;
    private boolean isComplete;
    private boolean isLoading;
    private boolean isOvertaken;
    private long upTo;

    /** @param isComplete whether no delivery waits in the database */
    Stock(Term term, boolean isComplete) {
        this.term = term;
        this.isComplete = isComplete;
    }

    Term term() {
        return term;
    }

    /** All deliveries are in memory, or behind one of their ticket that is. */
    boolean isComplete() {
        return isComplete;
    }

    boolean canLoad() {
        return !isComplete && !isLoading && term.mayLoad();
    }

    /** Deliveries up to this id are in memory, or behind one of their ticket that is. */
    long upTo() {
        return upTo;
    }

    void placed(long id) {
        upTo = Math.max(upTo, id);
    }

    /** One was left in the database. */
    void left() {
        isComplete = false;
        isOvertaken = true;
    }

    void startLoading() {
        isLoading = true;
        isOvertaken = false;
    }

    /** @param isAll whether the database had no more when it was asked */
    void loaded(boolean isAll) {
        isLoading = false;
        isComplete = isAll && !isOvertaken;
    }
}
