import dev.ticketwire.osticket.check.Purpose;
import dev.ticketwire.quickstart.infrastructure.Database;
import dev.ticketwire.quickstart.infrastructure.Migration;
import dev.ticketwire.quickstart.infrastructure.SuiteTopics;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Migrates the database and creates the topics of build/lib/cluster.py, replicated.
 * Environment: DB_PORT, DB_PASSWORD, KAFKA_BOOTSTRAP_SERVERS, TICKETWIRE_TOPICS_REPLICATION, TICKETWIRE_TOPICS_MIN_IN_SYNC.
 */
class ClusterSetup {
    public static void main(String[] none) throws Exception {
        Database database = new Database("127.0.0.1", Integer.parseInt(env("DB_PORT")), "osticket", "root", env("DB_PASSWORD"));
        Migration.migrate(database, Migration.Indexes.BUILT, Purpose.MIGRATE, System.out::println);
        short replication = Short.parseShort(env("TICKETWIRE_TOPICS_REPLICATION"));
        Field all = SuiteTopics.class.getDeclaredField("ALL");
        all.setAccessible(true);
        List<NewTopic> topics = ((List<?>) all.get(null))
                .stream().map(NewTopic.class::cast).map(topic -> replicated(topic, replication)).toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", env("KAFKA_BOOTSTRAP_SERVERS")))) {
            var present = admin.listTopics().names().get();
            admin.createTopics(topics.stream().filter(topic -> !present.contains(topic.name())).toList()).all().get();
        }
    }

    private static NewTopic replicated(NewTopic topic, short replication) {
        Map<String, String> settings = new HashMap<>(topic.configs());
        settings.put("min.insync.replicas", env("TICKETWIRE_TOPICS_MIN_IN_SYNC"));
        return new NewTopic(topic.name(), topic.numPartitions(), replication).configs(settings);
    }

    private static String env(String name) {
        return System.getenv().get(name);
    }
}
