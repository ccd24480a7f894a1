package dev.ticketwire.k8s.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Yaml;
import dev.ticketwire.k8s.tool.ProgramRun;
import dev.ticketwire.k8s.tool.Repository;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeFileTest {
    private static final String ALL = "demo,mariadb,observability";
    private static final Set<String> SUITE = Set.of(
            "kafka",
            "setup",
            "api-gateway",
            "ticket-command-service",
            "ticket-query-service",
            "subticket-service",
            "stats-service",
            "event-service",
            "webhook-service",
            "mail-service");

    private static Set<String> services(JsonNode file) {
        return Manifest.map(file.path("services")).keySet();
    }

    @Test
    void everyServiceKeepsTheRules() {
        assertThat(ComposeRules.violations(ComposeFile.read(ALL))).isEmpty();
    }

    /** A rule, and what a service has that breaks it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "read-only root; stats-service; {read_only: false}",
                "no capabilities; stats-service; {cap_drop: []}",
                "no capabilities; stats-service; {cap_add: [NET_ADMIN]}",
                "no new privileges; stats-service; {security_opt: []}",
                "not root; stats-service; {user: '0:0'}",
                "nothing of the host; stats-service; {privileged: true}",
                "nothing of the host; stats-service; {volumes: [{source: /var/run/docker.sock}]}",
                "limited memory; stats-service; {mem_limit: 0}",
                "limited logs; stats-service; {logging: {}}",
                "a restart policy; new; {image: 'x:1'}",
                "a version of its image; stats-service; {image: 'ticketwire/stats-service:latest'}",
                "a health check; new; {restart: always}",
                "only the gateway and Grafana publish; kafka; {ports: [{target: 9092}]}",
                "only the gateway and Grafana publish; grafana; {ports: [{target: 3000}]}",
                "read services do not reach Kafka; stats-service; {networks: {kafka: null}}",
                "only the webhook service reaches receivers; stats-service; {networks: {receivers: null}}",
                "only the mail service reaches relays; stats-service; {networks: {relays: null}}",
                "dependencies wait; stats-service; {depends_on: {setup: {condition: service_started}}}",
                "settings exist; stats-service; {environment: {TICKETWIRE_DB_USR: x}}"
            })
    void aPlantedViolationIsFound(String rule, String service, String change) {
        JsonNode file = ComposeFile.read(ALL);
        ((ObjectNode) file.path("services")).withObject("/" + service).setAll((ObjectNode) Yaml.read(change));

        assertThat(ComposeRules.violations(file)).contains(service + ": " + rule);
    }

    @Test
    void onlyTheNetworksOfClientsDatabaseReceiversAndRelaysReachOtherHosts() {
        JsonNode networks = ComposeFile.read(ALL).path("networks");

        assertThat(networks.properties())
                .filteredOn(network -> !network.getValue().path("internal").asBoolean())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("clients", "database", "receivers", "relays");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"''; ''", "mariadb; mariadb", "demo; demo,mariadb", "observability; prometheus,grafana,jaeger"})
    void aProfileAddsItsServices(String profiles, String added) {
        Set<String> expected = new HashSet<>(SUITE);
        Stream.of(added.split(",")).filter(name -> !name.isEmpty()).forEach(expected::add);

        assertThat(services(ComposeFile.read(profiles))).isEqualTo(expected);
    }

    @Test
    void withAnExistingDatabaseNeitherMariaDbNorDemoIsStarted() {
        JsonNode file = ComposeFile.read(
                "demo", "TICKETWIRE_DB_URL=jdbc:mariadb://db.example:3306/osticket", "TICKETWIRE_DB_ADMIN_PASSWORD=x");

        assertThat(services(file)).containsExactlyInAnyOrderElementsOf(SUITE);
        assertThat(file.at("/services/stats-service/environment/TICKETWIRE_DB_URL")
                        .asText())
                .isEqualTo("jdbc:mariadb://db.example:3306/osticket");
    }

    @Test
    void withoutSecretsNothingStarts() {
        ProgramRun run = ComposeFile.run(List.of("COMPOSE_PROFILES=demo"));

        assertThat(run.status()).isNotZero();
        assertThat(run.errors()).containsPattern("required variable [A-Z_]+ is missing a value");
    }

    /** Each is required, {@code ${NAME:?…}}, wherever it stands. */
    @Test
    void noSecretHasADefault() {
        String file = Repository.read(ComposeFile.FILE);

        assertThat(ComposeFile.secrets()).isNotEmpty().allSatisfy(name -> {
            assertThat(file).contains("${" + name + ":?");
            assertThat(file).doesNotContain("${" + name + "}", "${" + name + ":-", "${" + name + "-");
        });
    }
}
