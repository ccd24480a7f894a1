package dev.ticketwire.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * A suite that runs already, with the demo help desk: that of {@code docker compose}, or of {@code ./ticketwire up}. The
 * variable {@code TICKETWIRE_SUITE} names its gateway's URL, or a file of settings such as {@code .ticketwire/env}. Most
 * tests need nothing but the gateway.
 */
final class ExistingSuite implements RunningSuite {
    private static final String VARIABLE = "TICKETWIRE_SUITE";

    private final Map<String, String> settings;

    ExistingSuite(Map<String, String> settings) {
        this.settings = settings;
    }

    /**
     * @return the suite that {@code TICKETWIRE_SUITE} names, empty if it names none
     * @throws UncheckedIOException if the file cannot be read
     */
    static Optional<RunningSuite> named() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(value -> !value.isBlank())
                .map(value -> new ExistingSuite(settings(value)));
    }

    static Map<String, String> settings(String value) {
        if (value.startsWith("http://") || value.startsWith("https://")) {
            return Map.of("GATEWAY_URL", value.replaceFirst("/$", ""));
        }
        try {
            return SuiteSettings.parse(Files.readString(Path.of(value)));
        } catch (IOException e) {
            throw new UncheckedIOException(VARIABLE + " names a file that cannot be read", e);
        }
    }

    @Override
    public String setting(String name) {
        String value = settings.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new TestAbortedException("it needs " + name + ", which is not known of the suite that runs already");
        }
        return value;
    }

    @Override
    public ExternalProgram run(String... arguments) {
        throw new TestAbortedException("it needs ./ticketwire " + String.join(" ", arguments)
                + ", which works only with the suite that it started");
    }

    @Override
    public SuiteProcesses processes() {
        throw new TestAbortedException("it ends processes, and the suite that runs already is not the tests' own");
    }

    /** The suite runs on. */
    @Override
    public void close() {}
}
