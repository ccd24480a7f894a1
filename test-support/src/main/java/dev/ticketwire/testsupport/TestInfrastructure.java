package dev.ticketwire.testsupport;

import dev.ticketwire.quickstart.infrastructure.HelpDeskDump;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.DatabaseAdministration;
import dev.ticketwire.setup.database.Migration;
import dev.ticketwire.setup.topics.SuiteTopics;
import java.util.HashMap;
import java.util.Map;

/**
 * A real MariaDB and a real Kafka for integration tests: at most one of each per JVM, started when first asked for and
 * ended with the JVM. {@code -Dticketwire.tests=auto|containers|embedded} selects the kind; {@code auto} uses
 * containers if a Docker engine answers and has the images, else child processes with their data below {@code
 * target/}.
 *
 * <pre>{@code
 * static final TestHelpDesk DESK = TestInfrastructure.helpDesk("stats");
 * // in a QuarkusTestResourceLifecycleManager: return TestInfrastructure.serviceSettings("stats");
 * }</pre>
 */
public final class TestInfrastructure {
    private static final String SERVICE_USER = "ticketwire";
    private static final String SERVICE_PASSWORD = "service-of-a-test";

    private TestInfrastructure() {}

    /** The chosen infrastructure; created at first use. */
    private static final class Chosen {
        static final Infrastructure KIND = Infrastructure.choose();
        static final Database ROOT = KIND.startDatabase();

        private Chosen() {}
    }

    /** A broker with the suite's topics; started at first use, so that tests without Kafka start none. */
    private static final class Broker {
        static final String BOOTSTRAP = withTopics();

        private Broker() {}

        private static String withTopics() {
            String bootstrap = Chosen.KIND.startBroker();
            SuiteTopics.create(bootstrap);
            return bootstrap;
        }
    }

    /**
     * A new copy of the demo help desk with Ticketwire's migration. Replaces a database of the same name.
     *
     * @param name of the database: letters, digits and underscores; unique among test classes that run in one JVM
     */
    public static TestHelpDesk helpDesk(String name) {
        return helpDesk(name, HelpDeskDump.demo());
    }

    /** As {@link #helpDesk(String)}, from another dump. */
    public static TestHelpDesk helpDesk(String name, HelpDeskDump dump) {
        Database root = Chosen.ROOT;
        Database desk = root.named(name);
        DatabaseAdministration.dropDatabase(root, name);
        DatabaseAdministration.createDatabase(root, name);
        dump.load(Chosen.KIND.client(desk));
        Migration.migrate(desk);
        Database service = desk.as(SERVICE_USER, SERVICE_PASSWORD);
        DatabaseAdministration.grantRowsAndLog(root, service, "%");
        return new TestHelpDesk(service, desk);
    }

    /** The server's administrator, in its system database. */
    public static Database root() {
        return Chosen.ROOT;
    }

    /** @return the address of a broker on which the suite's topics exist */
    public static String bootstrapServers() {
        return Broker.BOOTSTRAP;
    }

    /**
     * The settings of a service behind the gateway on free ports, for a Quarkus test resource to return. No broker is
     * started.
     *
     * @param name as for {@link #helpDesk(String)}
     */
    public static Map<String, String> serviceSettings(String name) {
        return databaseSettings(name, TestIdentity.serviceSettings());
    }

    /** As {@link #serviceSettings}, of the gateway. */
    public static Map<String, String> gatewaySettings(String name) {
        return databaseSettings(name, TestIdentity.gatewaySettings());
    }

    private static Map<String, String> databaseSettings(String name, Map<String, String> identity) {
        Database service = helpDesk(name).service();
        Map<String, String> settings = new HashMap<>(identity);
        settings.put("ticketwire.db.url", service.url());
        settings.put("ticketwire.db.user", service.user());
        settings.put("ticketwire.db.password", service.password());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        return Map.copyOf(settings);
    }
}
