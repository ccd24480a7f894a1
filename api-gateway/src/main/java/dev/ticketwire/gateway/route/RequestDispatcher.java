package dev.ticketwire.gateway.route;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.access.ApiKeyCheck;
import dev.ticketwire.gateway.call.BasePath;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.connection.RequestHeadTimeout;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The single entry for requests. All of them pass the same checks, in the order that the API documents: HTTPS, path,
 * method, body and arguments where these come before the key, key, permission, limits. Runs on the event loop and never
 * blocks.
 */
@ApplicationScoped
public class RequestDispatcher {
    /** Before every other route but that of {@link CorsRoute}. */
    static final int ORDER = Integer.MIN_VALUE + 1;

    private static final Logger LOG = Logger.getLogger(RequestDispatcher.class);

    private final ApiKeyCheck keys;
    private final Responses responses;
    private final OperationRouter operations;
    private final PhpRoutes phpRoutes;
    private final BasePath base;

    /** @throws IllegalArgumentException if the base path is a path of the API */
    RequestDispatcher(
            ApiKeyCheck keys, Responses responses, OperationRouter operations, PhpRoutes phpRoutes, BasePath base) {
        this.keys = keys;
        this.responses = responses;
        this.operations = operations;
        this.phpRoutes = phpRoutes;
        this.base = base;
        if (!base.value().isEmpty() && RouteTable.isTaken(base.value())) {
            throw new IllegalArgumentException("ticketwire.base-path: " + base.value()
                    + " is a path of the API itself. A proxy that strips it can say so in X-Forwarded-Prefix");
        }
    }

    void register(@Observes Router router) {
        // Operations that are not in the route table are not served.
        router.route().order(ORDER).handler(this::handle).failureHandler(this::handleRouterFailure);
    }

    private void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Call call = call(request);
        RequestHeadTimeout.headReceived(request);
        call.onEnd(() -> RequestHeadTimeout.responseSent(request));
        request.exceptionHandler(failure -> LOG.debugf("a request was cut off: %s", failure.getMessage()));
        try {
            dispatch(call);
        } catch (RuntimeException e) {
            responses.fail(call, e);
        }
    }

    /** Requests that the router refused before {@link #handle}: for their host or their origin. */
    private void handleRouterFailure(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        boolean hasHost = request.authority() != null || request.version() == HttpVersion.HTTP_1_0;
        if (hasHost && isServerWideOptions(request)) {
            Call call = call(request);
            keys.locate(call);
            responses.options(call);
        } else if (request.authority() == null) {
            refuse(request, Refusal.of(ProblemCode.INVALID_HEADER, "The Host header is missing or malformed"));
        } else if (routing.statusCode() == 403) {
            refuse(request, Refusal.of(ProblemCode.ORIGIN_NOT_ALLOWED, "Pages of this origin may not call"));
        } else {
            routing.next();
        }
    }

    private void refuse(HttpServerRequest request, Refusal refusal) {
        Call call = call(request);
        keys.locate(call);
        responses.refuse(call, refusal);
    }

    /** {@code OPTIONS *}, which has no path and so matches no route. */
    private static boolean isServerWideOptions(HttpServerRequest request) {
        return request.method() == HttpMethod.OPTIONS && request.uri().equals("*");
    }

    private Call call(HttpServerRequest request) {
        String path = isServerWideOptions(request)
                ? request.uri()
                : base.without(Objects.requireNonNullElse(request.path(), ""));
        RequestTarget target = RouteTable.match(request.method().name(), path);
        return new Call(request, Vertx.currentContext(), phpRoutes.match(path, target));
    }

    private void dispatch(Call call) {
        keys.locate(call);
        checkHeaders(call.request().headers());
        RequestTarget target = call.target();
        if (target.operation() == Operation.HEALTH || target.operation() == Operation.OPTIONS) {
            // Load balancers ask without TLS.
            operations.serve(call);
            return;
        }
        boolean forcesHttps = keys.forcesHttps();
        if (forcesHttps && HttpsRedirect.isInsecure(call)) {
            redirectToHttps(call);
            return;
        }
        if (forcesHttps || call.request().isSSL()) {
            call.request().response().putHeader(HttpsRedirect.HSTS, HttpsRedirect.ONE_YEAR);
        }
        if (target.error() != null) {
            throw new Refused(target.error());
        }
        operations.serve(call);
    }

    /** Refuses headers that a proxy in front may have read differently. */
    private static void checkHeaders(MultiMap headers) {
        if (headers.getAll(HttpHeaders.HOST).size() > 1) {
            throw Refused.of(ProblemCode.INVALID_HEADER, "More than one Host header");
        }
        if (headers.contains("")) {
            throw Refused.of(ProblemCode.INVALID_HEADER, "A header without a name");
        }
    }

    private void redirectToHttps(Call call) {
        @Nullable
        String location =
                HttpsRedirect.location(call, base.without(call.request().uri()));
        if (location == null) {
            responses.text(call, 400, Responses.HTML, "HTTPS Protocol Required");
        } else {
            call.request().response().putHeader("Location", location);
            responses.send(call, 302, Responses.HTML, Buffer.buffer());
        }
    }
}
