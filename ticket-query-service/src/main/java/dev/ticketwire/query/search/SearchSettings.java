package dev.ticketwire.query.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How {@code GET /tickets} reads. */
@ConfigMapping(prefix = "ticketwire.search")
interface SearchSettings {
    /** After this long, in whole seconds, a list is given up with {@code 422 too-broad}. */
    @WithDefault("8s")
    Duration longest();

    /**
     * A change may be committed this long after the time that it is stamped with: longer than any transaction of the help
     * desk takes. Followers of changes get those of the last so many seconds again.
     */
    @WithDefault("2m")
    Duration lateCommits();
}
