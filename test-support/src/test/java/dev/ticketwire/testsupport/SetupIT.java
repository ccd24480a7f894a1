package dev.ticketwire.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.DatabaseAdministration;
import dev.ticketwire.setup.database.ServiceAccount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command line of {@code setup} as the image runs it: a process with settings in its environment. */
class SetupIT {
    private static final Database ROOT =
            TestInfrastructure.helpDesk("setup_before").root();

    private final Database desk = ROOT.named("setup_image");
    private final Map<String, String> environment = new HashMap<>();

    private record Run(int status, String said) {}

    @BeforeEach
    void anEmptyDatabase() {
        DatabaseAdministration.dropDatabase(ROOT, desk.name());
        DatabaseAdministration.createDatabase(ROOT, desk.name());
        environment.put("TICKETWIRE_DB_URL", desk.url());
        environment.put("TICKETWIRE_DB_USER", desk.user());
        environment.put("TICKETWIRE_DB_PASSWORD", desk.password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", TestInfrastructure.bootstrapServers());
        for (ServiceAccount account : ServiceAccount.values()) {
            environment.put("TICKETWIRE_USER_" + account + "_PASSWORD", "of " + account);
        }
    }

    @Test
    void anEmptyDatabaseIsFilledAndPreparedAndASecondRunChangesNothing() throws Exception {
        assertThat(setup("demo")).isEqualTo(new Run(0, "demo: loaded into " + desk.url() + "\n"));
        assertThat(setup("demo"))
                .isEqualTo(new Run(0, "demo: nothing loaded, there are tables in " + desk.url() + "\n"));

        assertThat(setup("all").said())
                .contains("migration: 6 scripts run on " + desk.url())
                .contains(
                        "users: tw_gateway, tw_command, tw_query, tw_subticket, tw_stats, tw_event, tw_webhook, tw_mail may do")
                .contains("topics: all exist");
        assertThat(TestSql.texts(desk.as("tw_query", "of QUERY"), "SELECT COUNT(*) FROM ost_ticket"))
                .containsExactly("12");

        Run again = setup("all");
        assertThat(again.status()).isZero();
        assertThat(again.said()).contains("migration: nothing to add to " + desk.url());
    }

    @Test
    void topicsThatExistStayAsTheyAre() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()))) {
            ConfigResource audit = new ConfigResource(ConfigResource.Type.TOPIC, Topics.AUDIT);
            alter(admin, audit, AlterConfigOp.OpType.SET);
            admin.deleteTopics(List.of(Topics.UNANSWERED)).all().get();

            assertThat(setup("topics")).isEqualTo(new Run(0, "topics: created osticket.creates.unanswered\n"));
            assertThat(Objects.requireNonNull(admin.describeConfigs(List.of(audit))
                                    .all()
                                    .get()
                                    .get(audit))
                            .get("retention.ms")
                            .value())
                    .isEqualTo("4711000");
            alter(admin, audit, AlterConfigOp.OpType.DELETE);
        }
    }

    @Test
    void aMissingSettingIsNamedBeforeAnythingIsChanged() throws Exception {
        environment.remove("TICKETWIRE_USER_EVENT_PASSWORD");

        Run run = setup("all");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.said())
                .isEqualTo("Not set: TICKETWIRE_USER_EVENT_PASSWORD."
                        + " They are the passwords of the services' database users.\n");
    }

    @Test
    void aWrongPasswordEndsAtOnceAndIsNotRepeated() throws Exception {
        environment.put("TICKETWIRE_DB_PASSWORD", "wr0ng");

        Run run = setup("migrate");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.said()).contains("Access denied").doesNotContain("wr0ng").doesNotContain("\tat ");
    }

    private static void alter(Admin admin, ConfigResource topic, AlterConfigOp.OpType how)
            throws ExecutionException, InterruptedException {
        Collection<AlterConfigOp> change = List.of(new AlterConfigOp(new ConfigEntry("retention.ms", "4711000"), how));
        admin.incrementalAlterConfigs(Map.of(topic, change)).all().get();
    }

    private Run setup(String command) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.ticketwire.setup.command.Main",
                        command)
                .redirectErrorStream(true);
        process.environment().putAll(environment);
        Process child = process.start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(child.waitFor(), said);
    }
}
