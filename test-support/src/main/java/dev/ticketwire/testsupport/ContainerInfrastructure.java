package dev.ticketwire.testsupport;

import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.topics.SuiteTopics;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mariadb.MariaDBContainer;

/** The official images, run by a Docker engine. */
final class ContainerInfrastructure implements Infrastructure {
    private static final String MARIADB = "mariadb:11.4";
    private static final String KAFKA = "apache/kafka:4.2.1";
    private static final String PASSWORD = "root-of-a-test";
    private final MariaDBContainer mariaDb = new MariaDBContainer(MARIADB)
            .withUsername("root")
            .withPassword(PASSWORD)
            .withCommand("--character-set-server=utf8mb4", "--log-bin=binlog", "--binlog-format=ROW", "--server-id=1");
    private final KafkaContainer kafka = new KafkaContainer(KAFKA)
            .withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(SuiteTopics.LONGEST_RECORD))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");

    /** @return why containers cannot be used, empty when they can */
    static String missing() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return "no Docker engine answers";
        }
        List<String> absent =
                Stream.of(MARIADB, KAFKA).filter(image -> !isLocal(image)).toList();
        return absent.isEmpty() ? "" : "the Docker engine lacks " + String.join(" and ", absent);
    }

    private static boolean isLocal(String image) {
        return !DockerClientFactory.lazyClient()
                .listImagesCmd()
                .withImageNameFilter(image)
                .exec()
                .isEmpty();
    }

    @Override
    public Database startDatabase() {
        mariaDb.start();
        return new Database(mariaDb.getHost(), mariaDb.getMappedPort(3306), "mysql", "root", PASSWORD);
    }

    @Override
    public String startBroker() {
        kafka.start();
        return kafka.getBootstrapServers();
    }

    /** Runs the client inside the container, so that the machine needs none. */
    @Override
    public ProcessBuilder client(Database database) {
        return new ProcessBuilder(
                "docker",
                "exec",
                "-i",
                "-e",
                "MYSQL_PWD=" + database.password(),
                mariaDb.getContainerId(),
                "mariadb",
                "--user=" + database.user(),
                "--default-character-set=utf8mb4",
                database.name());
    }
}
