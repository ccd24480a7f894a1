package dev.ticketwire.setup.command;

import dev.ticketwire.osticket.check.Purpose;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.DatabaseUsers;
import dev.ticketwire.setup.database.DemoHelpDesk;
import dev.ticketwire.setup.database.Migration;
import dev.ticketwire.setup.database.Migration.Indexes;
import dev.ticketwire.setup.database.ServiceAccount;
import dev.ticketwire.setup.topics.Brokers;
import dev.ticketwire.setup.topics.Replication;
import dev.ticketwire.setup.topics.SuiteTopics;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the commands do. Every step waits for its server and says what it did.
 *
 * @param say receives lines for the operator
 */
record Steps(Settings settings, Waiting waiting, Consumer<String> say) {

    static Steps ofThisProcess() {
        Consumer<String> say = System.out::println;
        return new Steps(Settings.ofThisProcess(), Waiting.upTo(Waiting.LIMIT, say), say);
    }

    /** Fails before anything is changed if a setting is missing. */
    void requireEverySetting() {
        settings.administrator();
        settings.passwords();
        settings.broker();
        settings.replication();
    }

    void migrate(Indexes indexes) {
        Database database = database();
        int run = Migration.migrate(database, indexes, Purpose.MIGRATE, say);
        say.accept("migration: " + (run == 0 ? "nothing to add to " : run + " scripts run on ") + database.url());
    }

    void users() {
        Map<ServiceAccount, String> passwords = settings.passwords();
        Database database = database();
        DatabaseUsers.create(database, Migration.tablePrefix(database), passwords);
        say.accept("users: " + ServiceAccount.names() + " may do what their services do");
    }

    void topics() {
        Map<String, String> client = settings.broker();
        Replication replication = settings.replication();
        waiting.until(
                replication.factor() + " brokers at " + client.get("bootstrap.servers"),
                () -> Brokers.missing(client, replication.factor()));
        List<String> created = SuiteTopics.create(client, replication);
        say.accept("topics: " + (created.isEmpty() ? "all exist" : "created " + String.join(", ", created)));
    }

    void demo() {
        Database database = database();
        boolean isLoaded = DemoHelpDesk.load(database, settings.demoKeyAddress());
        say.accept("demo: " + (isLoaded ? "loaded into " : "nothing loaded, there are tables in ") + database.url());
    }

    private Database database() {
        Database database = settings.administrator();
        waiting.until("the database " + database.url(), database::missing);
        return database;
    }
}
