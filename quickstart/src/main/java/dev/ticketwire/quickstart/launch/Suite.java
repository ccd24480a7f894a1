package dev.ticketwire.quickstart.launch;

import dev.ticketwire.osticket.check.Purpose;
import dev.ticketwire.quickstart.infrastructure.Folders;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.DemoHelpDesk;
import dev.ticketwire.setup.database.Migration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All processes of one run: database, broker, services. */
final class Suite {
    private static final Duration SERVICE_START = Duration.ofMinutes(5);
    private static final Duration EVENTS_START = Duration.ofMinutes(1);
    private static final Duration DRAIN = Duration.ofSeconds(30);

    private final SuiteHome home;
    private final UpOptions options;
    private final LauncherConsole console;
    private final Secrets secrets;
    private final RememberedPorts ports;
    private final @Nullable EmbeddedHelpDesk store;
    private final EmbeddedBroker broker;
    private final SuiteMails mails;
    private final Map<Service, SupervisedProcess> services = new EnumMap<>(Service.class);
    private final List<SupervisedProcess> infrastructure = new ArrayList<>();
    private boolean stopping;

    Suite(SuiteHome home, UpOptions options, LauncherConsole console) {
        this.home = home;
        this.options = options;
        this.console = console;
        this.secrets = new Secrets(home);
        this.ports = ServicePorts.choose(home, options);
        this.store = options.database() == null
                ? new EmbeddedHelpDesk(home, ports.of(EmbeddedHelpDesk.LABEL), secrets)
                : null;
        this.broker = new EmbeddedBroker(home, ports);
        this.mails = new SuiteMails(home, ports.of(SuiteMails.LABEL), System.getenv(), store == null);
    }

    /** @return whether it is the demo help desk, whose key is public */
    boolean isDemo() {
        return store != null && store.isDemo();
    }

    /** Whether mails go to the launcher's own catcher. */
    boolean catchesMails() {
        return mails.areCaught();
    }

    /**
     * Starts each process as soon as those it depends on are ready; returns when all are ready.
     *
     * @throws RuntimeException if a process cannot be started; others may be running, {@link #stop} ends them
     */
    void start() {
        mails.start(console);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Access> access = CompletableFuture.supplyAsync(this::openDatabase, threads);
            CompletableFuture<Void> kafka = CompletableFuture.runAsync(this::startBroker, threads);
            List<CompletableFuture<Void>> all = Stream.of(Service.values())
                    .map(service -> (service.isReader() ? access : access.thenCombine(kafka, (a, none) -> a))
                            .thenAcceptAsync(given -> start(service, given), threads))
                    .toList();
            CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).join();
            Folders.writeSecret(home.environment(), EnvironmentFile.text(environment()));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The help desk as the services see it, and the prefix of its tables. */
    private record Access(Database database, String prefix) {}

    private Access openDatabase() {
        Database owner = store == null ? existing() : embedded(store);
        Purpose purpose = store == null ? Purpose.MIGRATE_AND_SERVE : Purpose.MIGRATE;
        Migration.migrate(owner, options.indexes(), purpose, console::say);
        if (isDemo()) {
            DemoHelpDesk.allowWebhooks(owner);
        }
        return new Access(store == null ? owner : store.service(), Migration.tablePrefix(owner));
    }

    private Database embedded(EmbeddedHelpDesk embedded) {
        keep(embedded.start(console));
        embedded.fill(options.dump(), console);
        console.say("  mariadb      ready on port " + embedded.root().port());
        return embedded.root();
    }

    private Database existing() {
        Database database = Objects.requireNonNull(options.database());
        Migration.tablePrefix(database);
        console.say("  database     " + database.url() + " answers");
        return database;
    }

    private void startBroker() {
        keep(broker.start(console));
        console.say("  kafka        ready on " + broker.bootstrapServers());
    }

    private void start(Service service, Access access) {
        SupervisedProcess process =
                new SupervisedProcess(service.label(), () -> command(service, access), home, console);
        synchronized (this) {
            if (stopping) {
                return;
            }
            services.put(service, process);
        }
        int management = ServicePorts.management(ports, service);
        long begin = System.nanoTime();
        process.start(
                () -> HealthCheck.isReady(management)
                        || isGoodWithout(service, begin) && HealthCheck.isLive(management),
                SERVICE_START);
        console.say("  %-12s %s on port %d"
                .formatted(
                        service.label(),
                        HealthCheck.isReady(management) ? "ready" : "not ready, see its log,",
                        ports.of(service.label())));
    }

    /** The rest is useful without events, for which an existing database may lack the log. */
    private boolean isGoodWithout(Service service, long since) {
        return service == Service.EVENT && store == null && System.nanoTime() - since > EVENTS_START.toNanos();
    }

    private ProcessBuilder command(Service service, Access access) {
        ProcessBuilder command = JvmCommands.service(home, service);
        Map<String, String> environment = command.environment();
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service.label())));
        // No balancer has to notice: stop at once.
        environment.put("QUARKUS_SHUTDOWN_DELAY", "0s");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ServicePorts.management(ports, service)));
        environment.put("TICKETWIRE_DB_URL", access.database().url());
        environment.put("TICKETWIRE_DB_USER", access.database().user());
        environment.put("TICKETWIRE_DB_PASSWORD", access.database().password());
        environment.put("TICKETWIRE_TABLE_PREFIX", access.prefix());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("TICKETWIRE_RECEIPT_SECRET", secrets.receipt());
        Service.behindTheGateway()
                .forEach(other -> environment.put(other.urlVariable(), ServicePorts.url(ports, other)));
        if (service == Service.GATEWAY) {
            addGatewaySettings(environment);
        } else {
            environment.put(
                    "TICKETWIRE_IDENTITY_PUBLIC_KEYS", secrets.identity().publicKey());
        }
        if (service == Service.WEBHOOK) {
            addWebhookSettings(environment);
        }
        mails.add(service, environment);
        if (isDemo()) {
            // No osTicket shares it: so that answers to mails are found by their ids.
            environment.putIfAbsent("TICKETWIRE_OSTICKET_SECRET_SALT", secrets.salt());
        }
        return command;
    }

    /** To try it out, receivers are programs on this machine, without TLS. */
    private void addWebhookSettings(Map<String, String> environment) {
        environment.put("TICKETWIRE_WEBHOOKS_KEYS", secrets.webhookKey());
        environment.putIfAbsent("TICKETWIRE_WEBHOOKS_ALLOW_HTTP", "true");
        environment.putIfAbsent("TICKETWIRE_WEBHOOKS_ALLOWED_PORTS", "1-65535");
        environment.putIfAbsent("TICKETWIRE_WEBHOOKS_ALLOWED_ADDRESSES", "127.0.0.0/8,::1/128");
    }

    private void addGatewaySettings(Map<String, String> environment) {
        environment.put("QUARKUS_HTTP_HOST", options.listen().host());
        environment.put("TICKETWIRE_OPERATOR_TOKEN", secrets.operatorToken());
        environment.put("TICKETWIRE_IDENTITY_PRIVATE_KEY", secrets.identity().privateKey());
        environment.put("TICKETWIRE_OVERVIEW_SERVICES", ServicePorts.managementAddresses(ports));
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("GATEWAY_URL", options.listen().url(options.port()));
        variables.put("MANAGEMENT_URL", "http://127.0.0.1:" + ServicePorts.management(ports, Service.GATEWAY));
        variables.put("OPERATOR_TOKEN", secrets.operatorToken());
        Service.behindTheGateway().forEach(service -> addAddresses(variables, service));
        addDatabase(variables);
        variables.put("KAFKA_BOOTSTRAP", broker.bootstrapServers());
        mails.addTo(variables);
        return variables;
    }

    private void addAddresses(Map<String, String> variables, Service service) {
        String name = service.label().toUpperCase(Locale.ROOT);
        variables.put(name + "_URL", ServicePorts.url(ports, service));
        variables.put(name + "_MANAGEMENT_URL", "http://127.0.0.1:" + ServicePorts.management(ports, service));
    }

    /** Adds the administrator only for the embedded database. */
    private void addDatabase(Map<String, String> variables) {
        Database database = store == null ? Objects.requireNonNull(options.database()) : store.root();
        variables.put("DB_HOST", database.host());
        variables.put("DB_PORT", Integer.toString(database.port()));
        variables.put("DB_NAME", database.name());
        variables.put("DB_ROOT_USER", store == null ? "" : database.user());
        variables.put("DB_ROOT_PASSWORD", store == null ? "" : database.password());
    }

    private synchronized void keep(SupervisedProcess process) {
        infrastructure.add(process);
    }

    /** Stops the gateway first, so that no requests arrive, then the services, then broker and database. */
    void stop() {
        List<SupervisedProcess> rest;
        synchronized (this) {
            stopping = true;
            rest = List.copyOf(infrastructure);
        }
        stopAll(Stream.of(Service.GATEWAY));
        stopAll(Service.behindTheGateway());
        stopAtOnce(rest);
        mails.stop();
    }

    private synchronized void stopAll(Stream<Service> some) {
        stopAtOnce(some.flatMap(service -> Stream.ofNullable(services.get(service)))
                .toList());
    }

    private static void stopAtOnce(List<SupervisedProcess> processes) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            processes.forEach(process -> threads.execute(() -> process.stop(DRAIN)));
        }
    }
}
