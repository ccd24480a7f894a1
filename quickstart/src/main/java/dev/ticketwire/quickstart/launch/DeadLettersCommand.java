package dev.ticketwire.quickstart.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ticketwire dead-letters}. */
@Command(
        name = "dead-letters",
        description = "List the commands that were given up on, show, replay or discard them; without an action: list.")
final class DeadLettersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        list();
        return 0;
    }

    @Command(name = "list", description = "List them, with the reason of each.")
    void list() throws IOException, InterruptedException {
        JsonNode answer = client().ask("GET", "");
        for (JsonNode letter : answer.path("items")) {
            System.out.printf(
                    "%s  %s  %-17s %-12s %s%n",
                    letter.path("id").asText(),
                    Instant.ofEpochMilli(letter.path("failedAt").asLong()),
                    letter.path("type").asText(),
                    letter.path("ticket").asText(),
                    letter.path("reason").asText());
        }
        System.out.println(answer.path("total").asInt() + " open.");
    }

    @Command(name = "show", description = "Show one, with its content.")
    void show(@Parameters(paramLabel = "ID") String id) throws IOException, InterruptedException {
        System.out.println(client().ask("GET", "/" + id).toPrettyString());
    }

    @Command(name = "replay", description = "Send one, or all of them, again.")
    void replay(
            @Option(names = "--all", description = "Send all of them again.") boolean all,
            @Parameters(paramLabel = "ID", arity = "0..1") @Nullable String id)
            throws IOException, InterruptedException {
        if (all == (id != null)) {
            throw new ParameterException(
                    spec.subcommands().get("replay"), "replay needs the ID of a dead letter, or --all");
        }
        JsonNode answer = client().ask("POST", all ? "/replay" : "/" + id + "/replay");
        System.out.println(answer.path("replayed").asInt() + " sent again. What fails again is listed again.");
    }

    @Command(name = "discard", description = "Give one up for good.")
    void discard(@Parameters(paramLabel = "ID") String id) throws IOException, InterruptedException {
        client().ask("DELETE", "/" + id);
        System.out.println("Discarded.");
    }

    private static OperatorClient client() {
        return new OperatorClient(SuiteHome.ofThisRun(), "/dead-letters");
    }
}
