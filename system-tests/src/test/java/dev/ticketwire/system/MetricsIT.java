package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dashboards, alert rules and documentation name no metric that the running suite does not have. */
@WithRunningSuite
class MetricsIT {
    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern METRIC = Pattern.compile(
            "(?<![:\\w])(?:ticketwire|agroal|jvm|process|system|worker_pool|kafka_(?:consumer|producer)|http_server)_[a-z_]+(?![:\\w-])");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z][a-z_0-9]*)[{ ]");
    /** As their addresses begin in the suite's environment; the gateway's has no name. */
    private static final List<String> SERVICES =
            List.of("", "COMMAND_", "QUERY_", "SUBTICKET_", "STATS_", "EVENT_", "WEBHOOK_", "MAIL_");
    /** They need a client that is too slow, a key with a limit, and a replica. */
    private static final Set<String> NOT_HERE = Set.of(
            "ticketwire_clients_slow_total", "ticketwire_requests_limited_total", "ticketwire_replica_reads_total");

    private static final Duration SOON = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyNamedMetricIsExposed(RunningSuite suite) throws Exception {
        assertThat(named()).hasSizeGreaterThan(50);
        useEveryPart(suite.gateway());

        await().atMost(SOON).untilAsserted(() -> assertThat(exposed(suite)).containsAll(named()));
    }

    /** Some metrics appear with the first request of their kind. */
    private void useEveryPart(URI gateway) throws IOException, InterruptedException {
        for (String path : List.of(
                "/tickets?limit=1", "/tickets-stats", "/tickets/602881/children", "/events?after=oldest&limit=1")) {
            assertThat(get(gateway.resolve(path))).isNotEmpty();
        }
        HttpRequest create = HttpRequest.newBuilder(gateway.resolve("/tickets"))
                .header("X-API-Key", "DEMOFULLACCESS")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"name":"Mia Metric","email":"mia@example.org","subject":"Measured","message":"Once."}"""))
                .build();
        assertThat(http.send(create, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    }

    private static Set<String> named() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : sources()) {
            METRIC.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group())
                    .forEach(names::add);
        }
        names.removeAll(NOT_HERE);
        return names;
    }

    private static Iterable<Path> sources() throws IOException {
        try (Stream<Path> rules = Files.list(REPOSITORY.resolve("k8s/monitoring/rules"));
                Stream<Path> dashboards = Files.list(REPOSITORY.resolve("k8s/monitoring/dashboards"))) {
            return Stream.of(Stream.of(REPOSITORY.resolve("docs/metrics.md")), rules, dashboards)
                    .flatMap(files -> files)
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    /** Names of all samples; for a histogram also its own name. */
    private Set<String> exposed(RunningSuite suite) throws Exception {
        Set<String> names = new TreeSet<>();
        for (String service : SERVICES) {
            URI management = URI.create(suite.setting(service + "MANAGEMENT_URL"));
            Matcher samples = SAMPLE.matcher(get(URI.create(management + "/q/metrics")));
            while (samples.find()) {
                names.add(samples.group(1));
                if (samples.group(1).endsWith("_count")) {
                    names.add(samples.group(1).substring(0, samples.group(1).length() - "_count".length()));
                }
            }
        }
        return names;
    }

    private String get(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("X-API-Key", "DEMOFULLACCESS")
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
