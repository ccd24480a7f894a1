package dev.ticketwire.setup.command;

import picocli.CommandLine.Command;

/** {@code setup topics}. */
@Command(name = "topics", description = "Create the missing topics.")
final class TopicsCommand implements Runnable {
    @Override
    public void run() {
        Steps.ofThisProcess().topics();
    }
}
