package dev.ticketwire.setup.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code setup all}. */
@Command(name = "all", description = "Run migrate, users and topics, in this order.")
final class AllCommand implements Runnable {
    @Mixin
    private IndexesOption indexes = new IndexesOption();

    @Override
    public void run() {
        Steps steps = Steps.ofThisProcess();
        steps.requireEverySetting();
        steps.migrate(indexes.value());
        steps.users();
        steps.topics();
    }
}
