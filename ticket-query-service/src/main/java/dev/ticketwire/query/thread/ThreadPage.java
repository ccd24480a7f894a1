package dev.ticketwire.query.thread;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a thread.
 *
 * @param end position of its last entry; null if no entries follow
 */
record ThreadPage(List<ThreadEntryView> entries, @Nullable ThreadPosition end) {}
