package dev.ticketwire.quickstart.launch;

import dev.ticketwire.osticket.check.Purpose;
import dev.ticketwire.quickstart.infrastructure.Database;
import dev.ticketwire.quickstart.infrastructure.Migration;
import java.io.IOException;

/** {@code ./ticketwire migrate}: brings a database up to date without starting the suite. */
final class MigrateCommand {
    private MigrateCommand() {}

    static void run(SuiteHome home, UpOptions options) throws IOException {
        Console console = new Console(home.log("launcher"));
        new HelpDeskAccess(home, console).work(options, database -> migrate(database, options, console));
    }

    private static void migrate(Database database, UpOptions options, Console console) {
        int run = Migration.migrate(database, options.indexes(), Purpose.MIGRATE, console::say);
        console.say(run == 0 ? database.url() + " is up to date." : database.url() + ": " + run + " scripts run.");
    }
}
