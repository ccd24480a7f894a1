package dev.ticketwire.gateway.proxy;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.body.MinimumBodyRate;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Responses;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Forwards requests to osTicket's own PHP, which does its own access control, and returns its responses unchanged.
 * Redirects are left to the caller. The host is the configured one, whatever the path says.
 */
@Singleton
public class PhpProxy {
    private static final Logger LOG = Logger.getLogger(PhpProxy.class);
    private static final int CONNECT_TIMEOUT_MILLIS = 2000;

    private final Vertx vertx;
    private final Responses responses;
    private final PhpSettings settings;
    private final MinimumBodyRate pace;
    private final @Nullable URI url;
    private final HttpClient client;
    private final ResponsePipe pipe;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** @throws IllegalArgumentException if the URL is set, and not usable */
    PhpProxy(Vertx vertx, Responses responses, PhpSettings settings, MinimumBodyRate pace) {
        this.vertx = vertx;
        this.responses = responses;
        this.settings = settings;
        this.pace = pace;
        this.url = settings.url().map(PhpProxy::checked).orElse(null);
        this.pipe = new ResponsePipe(vertx, settings.timeout());
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
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
     * Forwards the request and responds. Must be called in the turn of the event loop in which the request came in.
     *
     * @throws Refused if the body is too large, or too many requests are being forwarded
     */
    public void forward(Call call) {
        HttpServerRequest request = call.request();
        if (declaredLength(request) > settings.largest().asLongValue()) {
            throw new Refused(tooLarge());
        }
        if (inFlight.incrementAndGet() > settings.inFlight()) {
            inFlight.decrementAndGet();
            throw Refused.unavailable("Too many requests for osTicket's PHP at once, try again later");
        }
        call.onEnd(inFlight::decrementAndGet);
        request.pause();
        client.request(options(call))
                .onSuccess(forwarded -> new PhpExchange(this, call, forwarded).begin())
                .onFailure(failure -> {
                    LOG.warnf("osTicket's PHP cannot be reached: %s", failure.getMessage());
                    request.resume();
                    responses.refuse(call, unreachable());
                });
    }

    private RequestOptions options(Call call) {
        URI php = url();
        boolean isSecure = "https".equals(php.getScheme());
        String query = call.request().query();
        return new RequestOptions()
                .setMethod(call.request().method())
                .setSsl(isSecure)
                .setHost(php.getHost())
                .setPort(php.getPort() > 0 ? php.getPort() : isSecure ? 443 : 80)
                .setURI(php.getRawPath() + call.target().argument() + (query == null ? "" : "?" + query))
                .setFollowRedirects(false)
                .setHeaders(PhpHeaders.request(call));
    }

    /** -1 if the request does not declare its length. */
    static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            throw Refused.of(ProblemCode.INVALID_HEADER, "Content-Length is no number");
        }
    }

    static Refusal tooLarge() {
        return Refusal.of(ProblemCode.BODY_TOO_LARGE, "The request is larger than ticketwire.php.largest allows");
    }

    static Refusal unreachable() {
        return Refusal.of(ProblemCode.PHP_UNAVAILABLE, "osTicket's PHP cannot be reached");
    }

    static Refusal timedOut() {
        return Refusal.of(ProblemCode.PHP_TIMEOUT, "osTicket's PHP did not answer in time");
    }

    Vertx vertx() {
        return vertx;
    }

    Responses responses() {
        return responses;
    }

    PhpSettings settings() {
        return settings;
    }

    MinimumBodyRate pace() {
        return pace;
    }

    ResponsePipe pipe() {
        return pipe;
    }

    URI url() {
        return Objects.requireNonNull(url, "ticketwire.php.url is not set");
    }
}
