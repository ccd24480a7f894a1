package dev.ticketwire.gateway.overview;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.gateway.overview.BoundedFetch.Answer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Reads metrics and health of all instances every few seconds. Each service is on its own: one that is slow, away or ill
 * delays no other. Nothing here blocks an event loop.
 */
@ApplicationScoped
class Scraper {
    private static final Logger LOG = Logger.getLogger(Scraper.class);
    private static final int MOST_METRICS = 4 << 20;
    private static final int MOST_HEALTH = 64 << 10;
    private static final String JSON = "application/json";
    private static final String METRICS = "text/plain;version=0.0.4";

    private final Vertx vertx;
    private final OwnReading own;
    private final ObjectMapper json;
    private final Duration every;
    private final History history = new History();
    private final List<WatchedService> services;
    private final BoundedFetch fetch;
    private final List<Long> timers = new ArrayList<>();
    private final Map<String, ServiceWatch> watches;
    /** Without requests, if its address is not in the setting. */
    private final boolean watchesItself;

    private final Set<WatchedService> busy = ConcurrentHashMap.newKeySet();
    /** The system's resolver blocks, for many seconds at times: at most one thread per service. */
    private final ExecutorService resolvers = Executors.newCachedThreadPool(
            task -> Thread.ofPlatform().daemon().name("overview-resolver").unstarted(task));

    Scraper(Vertx vertx, OverviewSettings settings, OwnReading own, ObjectMapper json) {
        this.vertx = vertx;
        this.own = own;
        this.json = json;
        this.every = settings.every();
        this.services = settings.services().orElse(List.of()).stream()
                .filter(setting -> !setting.isBlank())
                .map(WatchedService::parse)
                .toList();
        this.fetch = new BoundedFetch(vertx, settings.timeout());
        this.watchesItself =
                services.stream().noneMatch(service -> service.name().equals(Figure.GATEWAY));
        this.watches = watches(Instant.now());
    }

    /** One for each service, with all its hosts. */
    private Map<String, ServiceWatch> watches(Instant now) {
        Map<String, ServiceWatch> all = new LinkedHashMap<>();
        Stream.concat(
                        watchesItself ? Stream.of(Figure.GATEWAY) : Stream.of(),
                        services.stream().map(WatchedService::name))
                .forEach(name -> all.computeIfAbsent(
                        name, service -> new ServiceWatch(service, history, every.multipliedBy(3), now)));
        return all;
    }

    /** The services' instances, in the order of the setting; this gateway first if it is not among them. */
    List<InstanceView> instances() {
        return watches.values().stream()
                .flatMap(watch -> watch.views().stream())
                .toList();
    }

    History history() {
        return history;
    }

    void start(@Observes StartupEvent event) {
        if (watchesItself) {
            ServiceWatch watch = watch(Figure.GATEWAY);
            repeat(() -> readItself(watch));
        }
        for (WatchedService service : services) {
            ServiceWatch watch = watch(service.name());
            repeat(() -> read(service, watch));
        }
    }

    private ServiceWatch watch(String service) {
        return Objects.requireNonNull(watches.get(service));
    }

    private void repeat(Runnable work) {
        vertx.runOnContext(ignored -> work.run());
        timers.add(vertx.setPeriodic(every.toMillis(), ignored -> work.run()));
    }

    void stop(@Observes ShutdownEvent event) {
        timers.forEach(vertx::cancelTimer);
        resolvers.shutdownNow();
        fetch.close();
    }

    private void readItself(ServiceWatch watch) {
        vertx.executeBlocking(
                        () -> {
                            own.note(watch, Instant.now());
                            return watch;
                        },
                        false)
                .onFailure(failure -> LOG.debug("this gateway cannot be read for the overview", failure));
    }

    private void read(WatchedService service, ServiceWatch watch) {
        if (!busy.add(service)) {
            return;
        }
        addresses(service)
                .onFailure(failure -> watch.notFound(service.at()))
                .compose(addresses -> {
                    watch.found(
                            service.at(),
                            addresses.stream()
                                    .map(address -> instance(service, address))
                                    .toList());
                    return Future.join(addresses.stream()
                            .map(address -> read(service, address, watch))
                            .toList());
                })
                .onComplete(done -> busy.remove(service));
    }

    private Future<List<String>> addresses(WatchedService service) {
        return Future.fromCompletionStage(
                CompletableFuture.supplyAsync(() -> resolve(service), resolvers), vertx.getOrCreateContext());
    }

    private static List<String> resolve(WatchedService service) {
        try {
            return ServiceAddresses.of(service.host(), InetAddress::getAllByName);
        } catch (UnknownHostException e) {
            throw new BoundedFetch.NoAnswer(String.valueOf(e.getMessage()));
        }
    }

    private static String instance(WatchedService service, String address) {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + service.port();
    }

    private Future<?> read(WatchedService service, String address, ServiceWatch watch) {
        Future<Answer> metrics = fetch.get(address, service.port(), "/q/metrics", METRICS, MOST_METRICS);
        Future<Answer> ready = fetch.get(address, service.port(), "/q/health/ready", JSON, MOST_HEALTH);
        Future<Answer> live = fetch.get(address, service.port(), "/q/health/live", JSON, MOST_HEALTH);
        String instance = instance(service, address);
        return Future.all(metrics, ready, live)
                .compose(all -> {
                    Instant now = Instant.now();
                    return vertx.executeBlocking(
                            () -> {
                                watch.read(
                                        instance,
                                        reading(service, metrics.result(), now),
                                        health(ready.result()),
                                        health(live.result()));
                                return instance;
                            },
                            false);
                })
                .onFailure(failure -> watch.notReached(instance, String.valueOf(failure.getMessage())));
    }

    private static Reading reading(WatchedService service, Answer metrics, Instant now) {
        if (metrics.status() != 200) {
            throw new BoundedFetch.NoAnswer("/q/metrics answers " + metrics.status());
        }
        String text = metrics.body().toString(StandardCharsets.UTF_8);
        return Reading.of(service.name(), PrometheusText.parse(text, Figure::needs), now);
    }

    private Health health(Answer answer) {
        return Health.parse(json, answer.status(), answer.body().getBytes());
    }
}
