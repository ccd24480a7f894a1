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
import io.vertx.core.buffer.Buffer;
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
 * Client of one service, with its own kept-alive connections, a bound on waiting requests and a circuit breaker: a
 * slow or failing service does not affect the others.
 */
final class ReadServiceClient {
    private static final Logger LOG = Logger.getLogger(ReadServiceClient.class);
    /** Older failures do not count. */
    private static final long WINDOW_MILLIS = 60_000;

    private final String name;
    private final URI address;
    private final HttpClient client;
    private final CircuitBreaker breaker;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int maxWaiting;
    private final List<Gauge> gauges;
    private final MeterRegistry meters;
    private final Counter whileOpen;
    private final Counter whileFull;

    ReadServiceClient(String name, URI address, Vertx vertx, ReadSettings settings, MeterRegistry meters) {
        this.name = name;
        this.address = address;
        this.maxWaiting = settings.waiting();
        this.client = client(vertx, settings);
        this.breaker = breaker(vertx, settings);
        this.whileOpen = refused(meters, "open");
        this.whileFull = refused(meters, "full");
        this.meters = meters;
        this.gauges = List.of(circuitGauge(), waitingGauge());
    }

    private Gauge circuitGauge() {
        return Gauge.builder("ticketwire.service.circuit", breaker, circuit -> number(circuit))
                .description("0: the service is asked; 1: one request is let through; 2: it is left alone")
                .tag("service", name)
                .register(meters);
    }

    private Gauge waitingGauge() {
        return Gauge.builder("ticketwire.service.waiting", waiting, AtomicInteger::get)
                .description("Requests that wait for the head of the service's answer")
                .tag("service", name)
                .register(meters);
    }

    /** Also frees the names of the metrics. */
    void close() {
        gauges.forEach(meters::remove);
        client.close();
    }

    /** Too many requests wait for the service, or use its connections. Not a failure of the service. */
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
                // Shorter than the delay of a stopping service (Drain): none is closed while a request is on its way.
                .setKeepAliveTimeout(5)
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
                // Each request has its own timeout.
                .setTimeout(-1)
                .setNotificationAddress(null);
        return CircuitBreaker.create(name, vertx, options)
                .openHandler(ignored -> LOG.warnf("the %s service does not answer and is left alone", name))
                .closeHandler(ignored -> LOG.infof("the %s service answers again", name));
    }

    /** A request and the time, in {@link System#nanoTime}, by which the head of its response must be there. */
    private record Request(HttpMethod method, String uri, MultiMap headers, Buffer body, long deadline) {
        /** A write may have been carried out although its answer is lost. */
        boolean isRead() {
            return method == HttpMethod.GET || method == HttpMethod.HEAD;
        }

        /** At least 1, because Vert.x takes no other timeout. */
        long millisLeft() {
            return Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
        }
    }

    /**
     * Sends a request; the head of the response must arrive within {@code timeout}. Any response is a success. Its body
     * is paused and holds a connection, so the caller must read or reset it.
     */
    Future<HttpClientResponse> send(HttpMethod method, String uri, MultiMap headers, Buffer body, Duration timeout) {
        if (waiting.incrementAndGet() > maxWaiting) {
            waiting.decrementAndGet();
            whileFull.increment();
            return Future.failedFuture(new Full());
        }
        Request request = new Request(method, uri, headers, body, System.nanoTime() + timeout.toNanos());
        Promise<HttpClientResponse> answer = Promise.promise();
        breaker.<HttpClientResponse>execute(judged -> send(request, judged, answer))
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

    /** A full pool does not count for the circuit breaker, unless it is half open: its trial needs a result. */
    private void send(Request request, Promise<HttpClientResponse> judged, Promise<HttpClientResponse> answer) {
        boolean isTrial = breaker.state() == CircuitBreakerState.HALF_OPEN;
        sendWithRetry(request).onComplete(result -> {
            answer.handle(result);
            if (isTrial || !(result.cause() instanceof Full)) {
                judged.handle(result);
            }
        });
    }

    /** Retries a read once on a new connection: the service may have closed the kept-alive one just now. */
    private Future<HttpClientResponse> sendWithRetry(Request request) {
        return send(request)
                .recover(failure -> isFinal(failure, request) ? Future.failedFuture(failure) : send(request));
    }

    private static boolean isFinal(Throwable failure, Request request) {
        return !request.isRead()
                || failure instanceof TimeoutException
                || failure instanceof ConnectException
                || failure instanceof Full
                || request.millisLeft() <= 1;
    }

    private Future<HttpClientResponse> send(Request request) {
        return client.request(options(request))
                .recover(failure -> Future.failedFuture(failure instanceof TimeoutException ? new Full() : failure))
                .map(sent -> sent.idleTimeout(request.millisLeft()))
                .compose(sent -> paused(sent, request.body));
    }

    /**
     * The breaker hands the response on in another turn of the event loop, before which bytes would be lost. It is paused
     * by a listener that is there before anything is sent: a caller on another thread may come to add one too late.
     */
    private static Future<HttpClientResponse> paused(HttpClientRequest sent, Buffer body) {
        Future<HttpClientResponse> paused = sent.response().map(response -> {
            response.pause();
            return response;
        });
        var unused = body.length() == 0 ? sent.send() : sent.send(body);
        return paused;
    }

    private RequestOptions options(Request request) {
        return new RequestOptions()
                .setMethod(request.method)
                .setHost(address.getHost())
                .setPort(address.getPort() < 0 ? 80 : address.getPort())
                .setURI(request.uri)
                .setConnectTimeout(request.millisLeft())
                .setHeaders(MultiMap.caseInsensitiveMultiMap().addAll(request.headers));
    }
}
