package dev.ticketwire.system;

import static org.awaitility.Awaitility.await;

import dev.ticketwire.quickstart.infrastructure.ChildProcess;
import dev.ticketwire.quickstart.infrastructure.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The suite as {@code ./ticketwire up} starts it, on free ports and with a home of its own below {@code target/}: a
 * developer's suite may run beside it. One for all tests; a test leaves it ready.
 */
final class StartedSuite implements RunningSuite, SuiteProcesses {
    private static final String LAUNCHER = "dev.ticketwire.quickstart.launch.Main";
    private static final Duration START = Duration.ofMinutes(8);
    private static final Duration STOP = Duration.ofSeconds(90);

    /** Service by its name in logs and pid files, and the module that it is built in. */
    static final Map<String, String> SERVICES = Map.of(
            "gateway", "api-gateway",
            "command", "ticket-command-service",
            "query", "ticket-query-service",
            "subticket", "subticket-service",
            "stats", "stats-service",
            "event", "event-service",
            "webhook", "webhook-service",
            "mail", "mail-service");

    private final Path home;
    private final Process launcher;
    private final Map<String, String> environment = new HashMap<>();

    private StartedSuite(Path home, Process launcher) {
        this.home = home;
        this.launcher = launcher;
    }

    /** @return what this machine lacks, by name; empty if the suite can be started */
    static List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!System.getProperty("os.name", "").equals("Linux")
                || !System.getProperty("os.arch", "").equals("amd64")) {
            missing.add("the embedded MariaDB (Linux on x86-64 only)");
        }
        SERVICES.values().stream()
                .filter(module -> !Files.exists(application(module).resolve("quarkus-run.jar")))
                .map(module -> "the packaged " + module + " (mvn package)")
                .sorted()
                .forEach(missing::add);
        return missing;
    }

    private static Path application(String module) {
        return Path.of("..", module, "target", "quarkus-app").toAbsolutePath().normalize();
    }

    static StartedSuite start() throws IOException {
        Path home = Path.of("target", "suite").toAbsolutePath();
        Files.createDirectories(home.resolve("apps"));
        Files.createDirectories(home.resolve("tmp"));
        for (Map.Entry<String, String> service : SERVICES.entrySet()) {
            Path link = home.resolve("apps").resolve(service.getKey());
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, application(service.getValue()));
        }
        Process launcher = new ProcessBuilder(launcher(home, "up", "--fresh", "--port", Integer.toString(freePort())))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("launcher.out").toFile())
                .start();
        StartedSuite suite = new StartedSuite(home, launcher);
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::destroy));
        try {
            suite.awaitStart();
        } catch (RuntimeException e) {
            launcher.destroy();
            throw e;
        }
        return suite;
    }

    private static List<String> launcher(Path home, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dticketwire.home=" + home,
                "-Djava.io.tmpdir=" + home.resolve("tmp"),
                "-Duser.timezone=UTC",
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LAUNCHER));
        command.addAll(List.of(arguments));
        return command;
    }

    @Override
    public ExternalProgram run(String... arguments) throws IOException {
        return ExternalProgram.start(home, launcher(home, arguments));
    }

    /** The management port lies 1000 above. */
    private static int freePort() {
        int port = Ports.free();
        return port <= 64_535 && Ports.isFree(port + 1000) ? port : freePort();
    }

    private void awaitStart() throws IOException {
        Path file = home.resolve("env");
        await().atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Files.exists(file) || !launcher.isAlive());
        if (!launcher.isAlive()) {
            throw new IllegalStateException(
                    "the suite did not start:\n" + Files.readString(home.resolve("launcher.out")));
        }
        environment.putAll(SuiteSettings.parse(Files.readString(file)));
    }

    @Override
    public String setting(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException("the suite's env does not say " + name);
        }
        return value;
    }

    @Override
    public SuiteProcesses processes() {
        return this;
    }

    @Override
    public Map<String, Long> services() {
        Map<String, Long> pids = new TreeMap<>();
        SERVICES.keySet()
                .forEach(name -> ChildProcess.running(pidFile(name), home.toString())
                        .ifPresent(process -> pids.put(name, process.pid())));
        return pids;
    }

    /** The launcher starts it again. */
    @Override
    public void kill(String name) {
        ChildProcess.running(pidFile(name), home.toString()).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Override
    public void hold(String name) throws IOException {
        Files.createDirectories(held(name).getParent());
        Files.writeString(held(name), "");
        kill(name);
    }

    @Override
    public void release(String name) throws IOException {
        Files.deleteIfExists(held(name));
    }

    private Path pidFile(String name) {
        return home.resolve("pids").resolve(name + ".pid");
    }

    private Path held(String name) {
        return home.resolve("hold").resolve(name);
    }

    @Override
    public void close() throws InterruptedException {
        launcher.destroy();
        if (!launcher.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the suite did not stop within " + STOP.toSeconds() + " s");
        }
    }
}
