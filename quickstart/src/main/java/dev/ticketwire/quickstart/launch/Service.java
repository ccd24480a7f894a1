package dev.ticketwire.quickstart.launch;

import java.util.Locale;
import java.util.stream.Stream;

/** The suite's services in the order in which they are stopped, with their heap sizes. */
enum Service {
    GATEWAY(256),
    COMMAND(384),
    QUERY(256),
    SUBTICKET(160),
    STATS(160),
    EVENT(256);

    private final int heapMebibytes;

    Service(int heapMebibytes) {
        this.heapMebibytes = heapMebibytes;
    }

    int heapMebibytes() {
        return heapMebibytes;
    }

    /** The feed is mostly idle: its heap begins small and grows with a backlog; of the others the JVM decides. */
    String initialHeap() {
        return this == EVENT ? "-Xms64m" : "-XX:InitialHeapSize=0";
    }

    /** Whether its load is high enough for the optimizing compiler, which slows down the start. */
    boolean isHot() {
        return this == GATEWAY || this == COMMAND || this == QUERY || this == EVENT;
    }

    /** Name in logs and pid files. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it does not use Kafka, and so can start without it. */
    boolean isReader() {
        return this == QUERY || this == SUBTICKET || this == STATS;
    }

    /** @return the gateway's environment variable for the service's address */
    String urlVariable() {
        return "TICKETWIRE_" + name() + "_URL";
    }

    static Stream<Service> behindTheGateway() {
        return Stream.of(values()).filter(service -> service != GATEWAY);
    }
}
