package dev.ticketwire.quickstart.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./ticketwire events snapshot}. */
@Command(
        name = "snapshot",
        description = {
            "Publish existing tickets as events of type ticket.snapshot, all of them or those that a filter selects.",
            "One snapshot at a time; it goes on after a restart."
        })
final class SnapshotCommand implements Callable<Integer> {
    private static final String RUNNING = "running";

    @Mixin
    private SnapshotFilters filters = new SnapshotFilters();

    @Option(
            names = "--rate",
            paramLabel = "N",
            converter = RateConverter.class,
            description = "Most tickets per second, 1 to 10000.")
    private @Nullable Integer rate;

    @Option(names = "--follow", description = "Wait until it has ended, and print the progress.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        filters.values().forEach(request::set);
        if (rate != null) {
            request.put("rate", rate);
        }
        JsonNode progress = client().ask("POST", "", request);
        print(progress);
        while (follow && isRunning(progress)) {
            TimeUnit.SECONDS.sleep(1);
            progress = client().ask("GET", "");
            print(progress);
        }
        return !follow || progress.path("state").asText().equals("done") ? 0 : 1;
    }

    @Command(name = "status", description = "Print how far the newest snapshot is.")
    void status() throws IOException, InterruptedException {
        print(client().ask("GET", ""));
    }

    @Command(name = "cancel", description = "End the snapshot that runs.")
    void cancel() throws IOException, InterruptedException {
        print(client().ask("DELETE", ""));
    }

    private static boolean isRunning(JsonNode progress) {
        return progress.path("state").asText().equals(RUNNING);
    }

    private static void print(JsonNode progress) {
        System.out.printf(
                "snapshot %s  %-9s  %,d tickets published%s%n",
                progress.path("id").asText(),
                progress.path("state").asText(),
                progress.path("published").asLong(),
                progress.hasNonNull("rate")
                        ? ", at most " + progress.path("rate").asText() + " per second"
                        : "");
    }

    private static OperatorClient client() {
        return new OperatorClient(SuiteHome.ofThisRun(), "/events/snapshot");
    }

    private static final class RateConverter extends NumberConverter {
        RateConverter() {
            super(1, 10_000);
        }
    }
}
