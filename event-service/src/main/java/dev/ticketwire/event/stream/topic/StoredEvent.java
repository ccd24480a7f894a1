package dev.ticketwire.event.stream.topic;

import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.osticket.selection.EventFacts;
import dev.ticketwire.osticket.selection.Redaction;
import org.jspecify.annotations.Nullable;

/** An event as it stands in the topic. Its bytes are made once and must not be changed. */
public final class StoredEvent {
    private static final String GAP = TicketEventType.FEED_GAP.type();

    private final int partition;
    private final long offset;
    private final String type;
    private final byte[] json;
    private volatile @Nullable EventFacts facts;

    /**
     * @param type as in CloudEvents
     * @param json the CloudEvent as JSON in one line
     */
    StoredEvent(int partition, long offset, String type, byte[] json) {
        this.partition = partition;
        this.offset = offset;
        this.type = type;
        this.json = json;
    }

    public int partition() {
        return partition;
    }

    public long offset() {
        return offset;
    }

    public String type() {
        return type;
    }

    public byte[] json() {
        return json;
    }

    /** Whether it is told in another partition too, as a gap is in all of them: clients need it once. */
    public boolean isRepeat() {
        return partition > 0 && type.equals(GAP);
    }

    /** Read from the JSON when first asked for. */
    public EventFacts facts() {
        EventFacts known = facts;
        if (known == null) {
            known = EventFacts.of(Redaction.parsed(json));
            facts = known;
        }
        return known;
    }
}
