package dev.ticketwire.webhook.subscription;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** All subscriptions, in memory; at most a second behind the database. */
public interface Subscriptions {
    /** Those of every state. */
    Collection<Subscription> all();

    /** @return null if there is none, or no more */
    @Nullable
    Subscription get(int id);

    /**
     * Changes with every change of any subscription, or of a key that binds one, so that what was derived from them can
     * be kept. 0 until they were read once: nobody knows then who is to be told of an event.
     */
    long version();

    /** Reads what has changed now. Blocks. */
    void refresh();
}
