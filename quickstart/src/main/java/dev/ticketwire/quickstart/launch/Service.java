package dev.ticketwire.quickstart.launch;

import java.util.Locale;
import java.util.stream.Stream;

/** The suite's services in the order in which they are stopped, with their heap sizes. */
enum Service {
    GATEWAY("api-gateway", 256),
    COMMAND("ticket-command-service", 384),
    QUERY("ticket-query-service", 256),
    SUBTICKET("subticket-service", 160),
    STATS("stats-service", 160),
    EVENT("event-service", 256),
    WEBHOOK("webhook-service", 192),
    MAIL("mail-service", 192);

    private final String module;
    private final int heapMebibytes;

    Service(String module, int heapMebibytes) {
        this.module = module;
        this.heapMebibytes = heapMebibytes;
    }

    /** Name of its module, which it has in compose and Kubernetes, too. */
    String module() {
        return module;
    }

    int heapMebibytes() {
        return heapMebibytes;
    }

    /** Feed, webhooks and mails are mostly idle: their heaps begin small and grow with a backlog; of the others the JVM decides. */
    String initialHeap() {
        return this == EVENT || this == WEBHOOK || this == MAIL ? "-Xms64m" : "-XX:InitialHeapSize=0";
    }

    /** Whether its load is high enough for the optimizing compiler, which slows down the start. */
    boolean isHot() {
        return this == GATEWAY || this == COMMAND || this == QUERY || this == EVENT || this == WEBHOOK || this == MAIL;
    }

    /** Name in logs and pid files. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it does not use Kafka, and so can start without it. */
    boolean isReader() {
        return this == QUERY || this == SUBTICKET || this == STATS || this == MAIL;
    }

    /** @return the gateway's environment variable for the service's address */
    String urlVariable() {
        // Settings that begin with ticketwire.mail are those of mails.
        return "TICKETWIRE_" + (this == MAIL ? "MAIL_SERVICE" : name()) + "_URL";
    }

    static Stream<Service> behindTheGateway() {
        return Stream.of(values()).filter(service -> service != GATEWAY);
    }
}
