package dev.ticketwire.quickstart.launch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./ticketwire events}. */
@Command(
        name = "events",
        subcommands = SnapshotCommand.class,
        description = "Publish existing tickets in the feed of ticket changes.")
final class EventsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "events needs an action: snapshot");
    }
}
