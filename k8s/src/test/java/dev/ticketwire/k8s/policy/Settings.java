package dev.ticketwire.k8s.policy;

import dev.ticketwire.k8s.tool.Repository;
import dev.ticketwire.setup.database.ServiceAccount;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The environment variables that a module reads, found in its sources and in those of the libraries of all modules. */
public final class Settings {
    private static final List<String> LIBRARIES = List.of("contracts", "osticket-data", "rest-support", "binlog");
    static final List<String> MODULES = List.of(
            "setup",
            "api-gateway",
            "ticket-command-service",
            "ticket-query-service",
            "subticket-service",
            "stats-service",
            "event-service",
            "webhook-service",
            "mail-service");
    /** Read by the JVM and by Quarkus itself. */
    private static final Set<String> PLATFORM = Set.of(
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "QUARKUS_HTTP_HOST",
            "QUARKUS_MANAGEMENT_HOST",
            "QUARKUS_SHUTDOWN_DELAY",
            "QUARKUS_LOG_LEVEL",
            "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
            "QUARKUS_OTEL_TRACES_SAMPLER_ARG",
            "QUARKUS_OTEL_RESOURCE_ATTRIBUTES");

    private static final Pattern SETTING = Pattern.compile("\"(ticketwire\\.[a-z0-9.-]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\"((?:TICKETWIRE|KAFKA)_[A-Z_]+)\"");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z0-9.-]+)\"");
    private static final Pattern MEMBER = Pattern.compile("^ {4}[\\w<>.]+ (\\w+)\\(\\);", Pattern.MULTILINE);
    private static final Pattern PROPERTY = Pattern.compile("^(?:%\\w+\\.)?([\\w.\"-]+)=", Pattern.MULTILINE);
    private static final Map<String, Set<String>> FOUND = new ConcurrentHashMap<>();

    private Settings() {}

    /** @return the variable of a setting, by the rule of MicroProfile Config */
    static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** @return whether {@code module} or a library of it reads {@code variable} */
    public static boolean has(String module, String variable) {
        return PLATFORM.contains(variable)
                || isOfKafka(variable)
                || module.equals("setup") && passwords().anyMatch(variable::equals)
                || Stream.concat(LIBRARIES.stream(), Stream.of(module)).anyMatch(each -> of(each).contains(variable));
    }

    /** @return whether any module reads {@code variable} */
    static boolean has(String variable) {
        return MODULES.stream().anyMatch(module -> has(module, variable));
    }

    private static boolean isOfKafka(String variable) {
        return variable.startsWith("KAFKA_")
                && Stream.of(
                                ProducerConfig.configNames(),
                                ConsumerConfig.configNames(),
                                AdminClientConfig.configNames())
                        .flatMap(Set::stream)
                        .anyMatch(name -> variable("kafka." + name).equals(variable));
    }

    private static Set<String> of(String module) {
        return FOUND.computeIfAbsent(
                module,
                name -> Repository.files(Repository.path(name + "/src/main"), Settings::isRead).stream()
                        .flatMap(Settings::in)
                        .collect(Collectors.toSet()));
    }

    private static Stream<String> passwords() {
        return Stream.of(ServiceAccount.values()).map(account -> "TICKETWIRE_USER_" + account.name() + "_PASSWORD");
    }

    private static boolean isRead(Path file) {
        return file.toString().endsWith(".java") || file.toString().endsWith(".properties");
    }

    private static Stream<String> in(Path file) {
        String text = Repository.read(file);
        if (file.toString().endsWith(".properties")) {
            return all(PROPERTY, text).map(Settings::variable);
        }
        Stream<String> members = all(PREFIX, text)
                .flatMap(prefix -> all(MEMBER, text).map(member -> variable(prefix + "." + kebab(member))));
        return Stream.of(all(SETTING, text).map(Settings::variable), all(VARIABLE, text), members)
                .flatMap(each -> each);
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    private static String kebab(String member) {
        return member.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
