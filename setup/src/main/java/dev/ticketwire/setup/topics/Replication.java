package dev.ticketwire.setup.topics;

/**
 * How often the records of a topic are stored.
 *
 * @param factor copies of each record, at most one a broker
 * @param minInSync copies that must exist before a record counts as accepted
 */
public record Replication(short factor, short minInSync) {
    /** One copy, for a single broker. */
    public static final Replication NONE = new Replication((short) 1, (short) 1);

    public Replication {
        if (factor < 1 || minInSync < 1 || minInSync > factor) {
            throw new IllegalArgumentException(minInSync + " of " + factor + " copies");
        }
    }
}
