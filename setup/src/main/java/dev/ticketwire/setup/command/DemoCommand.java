package dev.ticketwire.setup.command;

import picocli.CommandLine.Command;

/** {@code setup demo}. */
@Command(name = "demo", description = "Load the demo help desk into an empty database.")
final class DemoCommand implements Runnable {
    @Override
    public void run() {
        Steps.ofThisProcess().demo();
    }
}
