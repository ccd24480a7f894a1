package dev.ticketwire.setup.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code setup migrate}. */
@Command(name = "migrate", description = "Add Ticketwire's tables, columns and indexes to the help desk's database.")
final class MigrateCommand implements Runnable {
    @Mixin
    private IndexesOption indexes = new IndexesOption();

    @Override
    public void run() {
        Steps.ofThisProcess().migrate(indexes.value());
    }
}
