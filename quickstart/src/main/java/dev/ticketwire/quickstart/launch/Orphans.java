package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.Child;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Processes whose launcher was killed and could not stop them. */
final class Orphans {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private Orphans() {}

    /** Ends them, services first. */
    static void stop(Home home, Console console) {
        for (String child : children()) {
            if (Child.stopOrphan(home.pidFile(child), home.mark(), LIMIT)) {
                console.say("Stopped " + child + ", which an earlier run had left behind.");
            }
        }
    }

    /** Names of all processes that the launcher starts, in the order in which they are stopped. */
    static List<String> children() {
        return Stream.concat(
                        Stream.of(Service.values()).map(Service::label), Stream.of(Broker.LABEL, EmbeddedStore.LABEL))
                .toList();
    }
}
