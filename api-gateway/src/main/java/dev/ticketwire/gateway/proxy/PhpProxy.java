package dev.ticketwire.gateway.proxy;

import dev.ticketwire.gateway.body.MinimumBodyRate;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Passes requests on to osTicket's own PHP and its answers back, as they are: it decides who may ask. Redirects are the
 * caller's to follow. The host is the configured one whatever the path says.
 */
@Singleton
public class PhpProxy {
    private static final Logger LOG = Logger.getLogger(PhpProxy.class);
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
    private static final int CONNECT_MILLIS = 2000;

    private final Vertx vertx;
    private final Responses responses;
    private final PhpSettings settings;
    private final MinimumBodyRate pace;
    private final @Nullable URI url;
    private final HttpClient client;
    private final ResponsePipe pipe;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** @throws IllegalArgumentException if the address is set, and cannot be used */
    PhpProxy(Vertx vertx, Responses responses, PhpSettings settings, MinimumBodyRate pace) {
        this.vertx = vertx;
        this.responses = responses;
        this.settings = settings;
        this.pace = pace;
        this.url = settings.url().map(PhpProxy::checked).orElse(null);
        this.pipe = new ResponsePipe(vertx, settings.timeout());
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(settings.inFlight())
                .setDecompressionSupported(false));
    }

    private static URI checked(URI url) {
        boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!isHttp || url.getHost() == null || url.getQuery() != null || url.getUserInfo() != null) {
            throw new IllegalArgumentException("ticketwire.php.url: no address such as http://127.0.0.1:8090/helpdesk");
        }
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * Must be called in the turn in which the request came in.
     *
     * @throws Refused if its body is too large, or too many are under way
     */
    public void answer(Call call) {
        HttpServerRequest from = call.request();
        if (declaredLength(from) > settings.largest().asLongValue()) {
            throw new Refused(tooLarge());
        }
        if (inFlight.incrementAndGet() > settings.inFlight()) {
            inFlight.decrementAndGet();
            throw Refused.unavailable("Too many requests for osTicket's PHP at once, try again later");
        }
        call.afterwards(inFlight::decrementAndGet);
        from.pause();
        client.request(options(call))
                .onSuccess(to -> new Exchange(call, to).begin())
                .onFailure(failure -> {
                    LOG.warnf("osTicket's PHP cannot be reached: %s", failure.getMessage());
                    from.resume();
                    responses.refuse(call, away());
                });
    }

    private RequestOptions options(Call call) {
        URI php = Objects.requireNonNull(url, "no address of osTicket's PHP");
        boolean isSecure = "https".equals(php.getScheme());
        String query = call.request().query();
        MultiMap headers = PhpHeaders.request(call);
        return new RequestOptions()
                .setMethod(call.request().method())
                .setSsl(isSecure)
                .setHost(php.getHost())
                .setPort(php.getPort() > 0 ? php.getPort() : isSecure ? 443 : 80)
                .setURI(php.getRawPath() + call.target().argument() + (query == null ? "" : "?" + query))
                .setFollowRedirects(false)
                .setHeaders(headers);
    }

    /** -1 if it is not said. */
    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            throw Refused.of(ProblemCode.INVALID_HEADER, "Content-Length is no number");
        }
    }

    private static Refusal tooLarge() {
        return Refusal.of(ProblemCode.BODY_TOO_LARGE, "The request is larger than ticketwire.php.largest allows");
    }

    private static Refusal away() {
        return Refusal.of(ProblemCode.PHP_UNAVAILABLE, "osTicket's PHP cannot be reached");
    }

    private static Refusal late() {
        return Refusal.of(ProblemCode.PHP_TIMEOUT, "osTicket's PHP did not answer in time");
    }

    /** One request, and its answer. */
    private final class Exchange {
        private final Call call;
        private final HttpServerRequest from;
        private final HttpClientRequest to;
        private final long start = System.nanoTime();
        private long timer;
        private long sent;
        /** Since when PHP takes no more of the body, and how long it did so before. */
        private long heldSince;

        private long heldNanos;
        private boolean isHeld;
        private boolean isSent;
        private boolean hasHead;

        Exchange(Call call, HttpClientRequest to) {
            this.call = call;
            this.from = call.request();
            this.to = to;
            this.timer = vertx.setTimer(Math.max(1, pace.leftMillis(0, start)), ignored -> hurry());
        }

        void begin() {
            to.response().onSuccess(this::answer).onFailure(failure -> {
                LOG.debugf("osTicket's PHP did not answer: %s", failure.getMessage());
                fail(away());
            });
            to.exceptionHandler(failure -> LOG.debugf("a request to osTicket's PHP ended: %s", failure.getMessage()));
            call.afterwards(() -> {
                vertx.cancelTimer(timer);
                if (!isSent) {
                    from.handler(null);
                    from.endHandler(null);
                }
                if (!hasHead || !isSent) {
                    to.reset();
                }
            });
            body();
        }

        private void body() {
            long length = declaredLength(from);
            boolean isOpen = length < 0
                    && (from.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                            || from.version() == HttpVersion.HTTP_2 && !from.isEnded());
            if (length >= 0 || WITH_BODY.contains(from.method()) && !isOpen) {
                to.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(Math.max(0, length)));
            } else if (isOpen) {
                to.setChunked(true);
            }
            from.handler(piece -> {
                sent += piece.length();
                if (sent > settings.largest().asLongValue()) {
                    fail(tooLarge());
                    return;
                }
                to.write(piece);
                if (to.writeQueueFull() && !isHeld) {
                    hold();
                }
            });
            from.exceptionHandler(failure -> to.reset());
            from.endHandler(ignored -> sent());
            from.resume();
        }

        private void hold() {
            isHeld = true;
            heldSince = System.nanoTime();
            from.pause();
            to.drainHandler(ignored -> {
                isHeld = false;
                heldNanos += System.nanoTime() - heldSince;
                from.resume();
            });
        }

        /** Gives up a body that comes too slowly, or that PHP does not take; else looks again when its time has passed. */
        private void hurry() {
            long left = isHeld
                    ? settings.timeout()
                            .minusNanos(System.nanoTime() - heldSince)
                            .toMillis()
                    : pace.leftMillis(sent, start + heldNanos);
            if (left > 0) {
                timer = vertx.setTimer(left, ignored -> hurry());
            } else {
                fail(isHeld ? late() : pace.tooSlow(call));
            }
        }

        /** From here on it is PHP that takes its time. */
        private void sent() {
            isSent = true;
            to.end();
            if (!hasHead) {
                vertx.cancelTimer(timer);
                timer = vertx.setTimer(settings.timeout().toMillis(), ignored -> fail(late()));
            }
        }

        /** Ends both sides; who has begun to get an answer is cut off. */
        private void fail(Refusal refusal) {
            vertx.cancelTimer(timer);
            from.handler(null);
            from.endHandler(null);
            from.resume();
            responses.refuse(call, refusal);
            to.reset();
        }

        private void answer(HttpClientResponse answer) {
            hasHead = true;
            vertx.cancelTimer(timer);
            URI php = Objects.requireNonNull(url);
            MultiMap headers = PhpHeaders.answer(call, answer.headers(), php.toString(), php.getRawPath());
            HttpServerResponse response = responses.passOn(call, answer.statusCode(), headers);
            if (response == null) {
                to.reset();
                return;
            }
            boolean hasBody = !call.isHead() && answer.statusCode() != 204 && answer.statusCode() != 304;
            if (!hasBody) {
                response.end();
                responses.streamed(call, answer.statusCode());
                return;
            }
            if (!headers.contains(HttpHeaders.CONTENT_LENGTH)) {
                response.setChunked(true);
            }
            pipe.through(answer, response).onComplete(done -> {
                if (done.failed()) {
                    // Cut off, so that the caller does not take the part for the whole.
                    to.reset();
                    from.connection().close();
                }
                responses.streamed(call, done.succeeded() ? answer.statusCode() : 502);
            });
        }
    }
}
