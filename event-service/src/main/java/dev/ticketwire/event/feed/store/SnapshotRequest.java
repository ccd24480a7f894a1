package dev.ticketwire.event.feed.store;

import java.util.List;
import java.util.Map;

/**
 * An operator's request, which any replica stores and the leader carries out.
 *
 * @param id of the request and of its snapshot
 * @param cancels true to end the running snapshot; the other components are then without meaning
 * @param filter values by the names of the filters of {@code GET /tickets}; {@code number} selects by number
 * @param rate tickets per second
 */
public record SnapshotRequest(String id, boolean cancels, Map<String, List<String>> filter, int rate) {}
