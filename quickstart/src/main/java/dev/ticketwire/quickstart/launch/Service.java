package dev.ticketwire.quickstart.launch;

import java.util.Locale;
import java.util.stream.Stream;

/** The suite's services in the order in which they are stopped, with the memory each may use for objects. */
enum Service {
    GATEWAY(256),
    COMMAND(384),
    QUERY(256),
    SUBTICKET(160),
    STATS(160);

    private final int heapMebibytes;

    Service(int heapMebibytes) {
        this.heapMebibytes = heapMebibytes;
    }

    int heapMebibytes() {
        return heapMebibytes;
    }

    /**
     * Whether it carries load enough that compiling it for speed pays; what is spent on that is missing at the start.
     */
    boolean isHot() {
        return this == GATEWAY || this == COMMAND || this == QUERY;
    }

    /** As in logs and pid files. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Neither reads nor writes Kafka: can start without it. */
    boolean isReader() {
        return this == QUERY || this == SUBTICKET || this == STATS;
    }

    /** @return what the gateway calls the service's address in its environment */
    String urlVariable() {
        return "TICKETWIRE_" + name() + "_URL";
    }

    static Stream<Service> behindTheGateway() {
        return Stream.of(values()).filter(service -> service != GATEWAY);
    }
}
