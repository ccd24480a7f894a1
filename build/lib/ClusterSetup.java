import dev.ticketwire.osticket.check.Purpose;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.DemoHelpDesk;
import dev.ticketwire.setup.database.Migration;
import dev.ticketwire.setup.topics.Replication;
import dev.ticketwire.setup.topics.SuiteTopics;
import java.util.Map;

/**
 * Migrates the database and creates the topics of build/lib/cluster.py, replicated.
 * Environment: DB_PORT, DB_PASSWORD, KAFKA_BOOTSTRAP_SERVERS, TICKETWIRE_TOPICS_REPLICATION, TICKETWIRE_TOPICS_MIN_IN_SYNC.
 */
class ClusterSetup {
    public static void main(String[] none) {
        Database database = new Database("127.0.0.1", Integer.parseInt(env("DB_PORT")), "osticket", "root", env("DB_PASSWORD"));
        Migration.migrate(database, Migration.Indexes.BUILT, Purpose.MIGRATE, System.out::println);
        DemoHelpDesk.allowWebhooks(database);
        Replication replication = new Replication(
                Short.parseShort(env("TICKETWIRE_TOPICS_REPLICATION")), Short.parseShort(env("TICKETWIRE_TOPICS_MIN_IN_SYNC")));
        SuiteTopics.create(Map.of("bootstrap.servers", env("KAFKA_BOOTSTRAP_SERVERS")), replication);
    }

    private static String env(String name) {
        return System.getenv().get(name);
    }
}
