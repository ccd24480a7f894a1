package dev.ticketwire.quickstart.launch;

import dev.ticketwire.osticket.check.Purpose;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.Migration;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./ticketwire migrate}. */
@Command(name = "migrate", description = "Bring the database up to date without starting the suite.")
final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private IndexesOption indexes = new IndexesOption();

    @Override
    public Integer call() throws IOException {
        HelpDeskAccess.work(database.value(), this::migrate);
        return 0;
    }

    private void migrate(Database chosen, LauncherConsole console) {
        int run = Migration.migrate(chosen, indexes.value(), Purpose.MIGRATE, console::say);
        console.say(run == 0 ? chosen.url() + " is up to date." : chosen.url() + ": " + run + " scripts run.");
    }
}
