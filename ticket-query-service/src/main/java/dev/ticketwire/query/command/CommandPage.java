package dev.ticketwire.query.command;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of commands, the newest first.
 *
 * @param next cursor of the next page; null if the inbox holds no more
 * @param searchedTo how far back it was looked; null if to the beginning
 */
record CommandPage(
        List<FoundCommandView> commands,
        @Nullable String next,
        @Nullable Instant searchedTo) {}
