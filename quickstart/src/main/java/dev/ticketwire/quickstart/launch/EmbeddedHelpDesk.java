package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.EmbeddedMariaDb;
import dev.ticketwire.quickstart.infrastructure.EmbeddedMariaDb.Durability;
import dev.ticketwire.quickstart.infrastructure.Folders;
import dev.ticketwire.quickstart.infrastructure.HelpDeskDump;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.DatabaseAdministration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The embedded MariaDB with one help desk in it: the demo, or a dump. */
final class EmbeddedHelpDesk {
    static final String LABEL = "mariadb";
    private static final String DEMO = "the demo help desk";
    private static final String DATABASE = "osticket";
    private static final String SERVICE_USER = "ticketwire";
    private static final Duration START = Duration.ofMinutes(5);

    private final SuiteHome home;
    private final EmbeddedMariaDb server;
    private final Database root;
    private final Database service;

    EmbeddedHelpDesk(SuiteHome home, int port, Secrets secrets) {
        this.home = home;
        this.server =
                new EmbeddedMariaDb(home.binaries(), home.mariaDb(), port, secrets.databaseRoot(), Durability.DISK);
        this.root = server.root().named(DATABASE);
        this.service = root.as(SERVICE_USER, secrets.databaseService());
    }

    /** The help desk as the server's administrator. */
    Database root() {
        return root;
    }

    /** The help desk as the services see it. */
    Database service() {
        return service;
    }

    /** @throws UserError if there is a help desk already: a dump never replaces one implicitly */
    static void refuseToReplace(SuiteHome home, Path dump) {
        if (Files.exists(home.helpDesk())) {
            throw new UserError("The store in " + home.mariaDb() + " already holds " + held(home)
                    + ". Add --fresh to throw it away and load " + dump.getFileName() + ".");
        }
    }

    boolean isDemo() {
        return isDemo(home);
    }

    /** @return whether the store of {@code home} holds the demo help desk; false if there is none */
    static boolean isDemo(SuiteHome home) {
        return Files.exists(home.helpDesk()) && held(home).equals(DEMO);
    }

    private static String held(SuiteHome home) {
        try {
            return Files.readString(home.helpDesk()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + home.helpDesk(), e);
        }
    }

    SupervisedProcess start(LauncherConsole console) {
        server.prepare();
        SupervisedProcess process = new SupervisedProcess(LABEL, server::command, home, console);
        process.start(server.root()::answers, START);
        return process;
    }

    /**
     * Loads a help desk unless one is loaded completely, and grants the services access.
     *
     * @param dump null for the demo
     */
    void fill(@Nullable Path dump, LauncherConsole console) {
        if (!Files.exists(home.helpDesk())) {
            String what = dump == null ? DEMO : "the dump " + dump.getFileName();
            console.say("Loading " + what + " …");
            load(dump == null ? HelpDeskDump.demo() : HelpDeskDump.inFile(dump));
            Folders.write(home.helpDesk(), what + "\n");
        }
        DatabaseAdministration.grantRowsAndLog(server.root(), service, "127.0.0.1");
    }

    /** Removes everything if the dump cannot be used, so that the next one can be loaded. */
    private void load(HelpDeskDump dump) {
        DatabaseAdministration.dropDatabase(server.root(), DATABASE);
        DatabaseAdministration.createDatabase(server.root(), DATABASE);
        try {
            dump.load(server.client(root));
            dump.refuseUnlessUsable(root);
        } catch (RuntimeException e) {
            DatabaseAdministration.dropDatabase(server.root(), DATABASE);
            throw e;
        }
    }

    /** Deletes the help desk and all other data of the server. */
    static void erase(SuiteHome home) {
        Folders.delete(home.mariaDb());
    }
}
