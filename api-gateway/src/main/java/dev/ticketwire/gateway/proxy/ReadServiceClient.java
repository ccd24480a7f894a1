package dev.ticketwire.gateway.proxy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * One read service, over kept-alive connections of its own. Only so many requests wait for it, and one that keeps
 * failing is left alone for a while: whatever it does, it costs the others nothing.
 */
final class ReadServiceClient {
    private static final Logger LOG = Logger.getLogger(ReadServiceClient.class);
    /** Failures longer ago than this are forgotten. */
    private static final long WINDOW_MILLIS = 60_000;

    private final String name;
    private final URI address;
    private final HttpClient client;
    private final CircuitBreaker breaker;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int most;
    private final List<Gauge> gauges;
    private final MeterRegistry meters;
    private final Counter whileOpen;
    private final Counter whileFull;

    ReadServiceClient(String name, URI address, Vertx vertx, ReadSettings settings, MeterRegistry meters) {
        this.name = name;
        this.address = address;
        this.most = settings.waiting();
        this.client = client(vertx, settings);
        this.breaker = breaker(vertx, settings);
        this.whileOpen = refused(meters, "open");
        this.whileFull = refused(meters, "full");
        this.meters = meters;
        this.gauges = List.of(
                Gauge.builder("ticketwire.service.circuit", breaker, circuit -> number(circuit))
                        .description("0: the service is asked; 1: one request is let through; 2: it is left alone")
                        .tag("service", name)
                        .register(meters),
                Gauge.builder("ticketwire.service.waiting", waiting, AtomicInteger::get)
                        .description("Requests that wait for the head of the service's answer")
                        .tag("service", name)
                        .register(meters));
    }

    /** Another one may take its place in the metrics. */
    void close() {
        gauges.forEach(meters::remove);
        client.close();
    }

    /** Too many requests wait for the service, or have its connections: no fault of the service. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super("too many requests wait for the service", null, false, false);
        }
    }

    private Counter refused(MeterRegistry meters, String why) {
        return Counter.builder("ticketwire.service.refused")
                .description("Requests that were not sent to the service: left alone, or too many waiting")
                .tags("service", name, "reason", why)
                .register(meters);
    }

    private static int number(CircuitBreaker breaker) {
        return switch (breaker.state()) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }

    private static HttpClient client(Vertx vertx, ReadSettings settings) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(true)
                .setKeepAliveTimeout(30)
                .setMaxPoolSize(settings.connections())
                .setMaxWaitQueueSize(settings.waiting())
                .setConnectTimeout(1000)
                .setTcpNoDelay(true)
                .setDecompressionSupported(false));
    }

    private CircuitBreaker breaker(Vertx vertx, ReadSettings settings) {
        CircuitBreakerOptions options = new CircuitBreakerOptions()
                .setMaxFailures(settings.failures())
                .setFailuresRollingWindow(WINDOW_MILLIS)
                .setResetTimeout(settings.pause().toMillis())
                // A request has its own patience.
                .setTimeout(-1)
                .setNotificationAddress(null);
        return CircuitBreaker.create(name, vertx, options)
                .openHandler(ignored -> LOG.warnf("the %s service does not answer and is left alone", name))
                .closeHandler(ignored -> LOG.infof("the %s service answers again", name));
    }

    /**
     * Sends a GET or a HEAD; the answer's head has to be there within {@code patience}. Any answer of the service is a success. Its
     * body is paused: who gets it reads or resets it, for it holds a connection.
     */
    Future<HttpClientResponse> send(HttpMethod method, String uri, MultiMap headers, Duration patience) {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            whileFull.increment();
            return Future.failedFuture(new Full());
        }
        long by = System.nanoTime() + patience.toNanos();
        Promise<HttpClientResponse> answer = Promise.promise();
        breaker.<HttpClientResponse>execute(judged -> ask(method, uri, headers, by, judged, answer))
                .onFailure(answer::tryFail);
        return answer.future().onComplete(result -> {
            waiting.decrementAndGet();
            if (result.cause() instanceof OpenCircuitException) {
                whileOpen.increment();
            } else if (result.cause() instanceof Full) {
                whileFull.increment();
            }
        });
    }

    /** To be full says nothing about the service, unless it is on trial, which has to end somehow. */
    private void ask(
            HttpMethod method,
            String uri,
            MultiMap headers,
            long by,
            Promise<HttpClientResponse> judged,
            Promise<HttpClientResponse> answer) {
        boolean isTrial = breaker.state() == CircuitBreakerState.HALF_OPEN;
        twice(method, uri, headers, by).onComplete(result -> {
            answer.handle(result);
            if (isTrial || !(result.cause() instanceof Full)) {
                judged.handle(result);
            }
        });
    }

    /** A connection that the service closed just now is no failure: it is asked once more, over a new one. */
    private Future<HttpClientResponse> twice(HttpMethod method, String uri, MultiMap headers, long by) {
        return send(method, uri, headers, by)
                .recover(failure ->
                        isFinal(failure, by) ? Future.failedFuture(failure) : send(method, uri, headers, by));
    }

    private static boolean isFinal(Throwable failure, long by) {
        return failure instanceof TimeoutException
                || failure instanceof ConnectException
                || failure instanceof Full
                || millisUntil(by) <= 1;
    }

    private Future<HttpClientResponse> send(HttpMethod method, String uri, MultiMap headers, long by) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(address.getHost())
                .setPort(address.getPort() < 0 ? 80 : address.getPort())
                .setURI(uri)
                .setConnectTimeout(millisUntil(by))
                .setHeaders(MultiMap.caseInsensitiveMultiMap().addAll(headers));
        return client.request(options)
                .recover(failure -> Future.failedFuture(failure instanceof TimeoutException ? new Full() : failure))
                .map(request -> request.idleTimeout(millisUntil(by)))
                .compose(HttpClientRequest::send)
                // What the breaker does with it takes another turn of the event loop, in which bytes would be lost.
                .map(answer -> {
                    answer.pause();
                    return answer;
                });
    }

    private static long millisUntil(long by) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(by - System.nanoTime()));
    }
}
