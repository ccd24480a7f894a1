package dev.ticketwire.query.list;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of {@code GET /tickets}. */
@ConfigMapping(prefix = "ticketwire.search")
interface ListSettings {
    /** A statement of a list that takes longer, in whole seconds, ends with {@code 422 too-broad}. */
    @WithDefault("4s")
    Duration longest();

    /**
     * The most time between a ticket's {@code updated} and the commit of that change; must exceed the longest
     * transaction of the help desk. Callers that follow changes get those of the last so many seconds again.
     */
    @WithDefault("2m")
    Duration lateCommits();
}
