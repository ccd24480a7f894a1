package dev.ticketwire.k8s.policy;

import dev.ticketwire.k8s.manifest.Container;
import dev.ticketwire.k8s.tool.Repository;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** How long one of our services may take to end: the delay in which it still answers, and the time for open requests. */
final class DrainTime {
    private static final List<String> SETTINGS = List.of("quarkus.shutdown.delay", "quarkus.shutdown.timeout");
    private static final String SHARED = "osticket-data/src/main/resources/META-INF/microprofile-config.properties";

    private DrainTime() {}

    static Duration of(Container container) {
        Duration preStop = Duration.ofSeconds(
                container.content().at("/lifecycle/preStop/sleep/seconds").asLong());
        return SETTINGS.stream().map(setting -> value(container, setting)).reduce(preStop, Duration::plus);
    }

    /** The environment wins over the service's own file, which wins over the one that all services share. */
    private static Duration value(Container container, String setting) {
        Path own = Repository.path(container.module() + "/src/main/resources/application.properties");
        return container
                .variable(Settings.variable(setting))
                .or(() -> property(own, setting))
                .or(() -> property(Repository.path(SHARED), setting))
                .map(text -> Duration.parse("PT" + text.toUpperCase(java.util.Locale.ROOT)))
                .orElse(Duration.ZERO);
    }

    private static Optional<String> property(Path file, String setting) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (StringReader text = new StringReader(Repository.read(file))) {
            properties.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(properties.getProperty(setting));
    }
}
