package dev.ticketwire.gateway.route;

import dev.ticketwire.gateway.access.ApiKeyCheck;
import dev.ticketwire.gateway.bulk.BulkHandler;
import dev.ticketwire.gateway.call.BasePath;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.connection.RequestHeadTimeout;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.health.PublicHealth;
import dev.ticketwire.gateway.limit.RateLimitCheck;
import dev.ticketwire.gateway.page.Pages;
import dev.ticketwire.gateway.proxy.PhpProxy;
import dev.ticketwire.gateway.proxy.ReadProxy;
import dev.ticketwire.gateway.receipt.ReceiptHandler;
import dev.ticketwire.gateway.write.ParsedBody;
import dev.ticketwire.gateway.write.WriteHandler;
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
 * The one door. Every request goes through the same checks in the contract's order: HTTPS, path, method, body and
 * arguments where they come before the key, key, permission, limits. Nothing here blocks: all of it runs on the event loop.
 */
@ApplicationScoped
public class RequestDispatcher {
    /** In front of everything else but {@link CorsRoute}. */
    static final int ORDER = Integer.MIN_VALUE + 1;

    private static final Logger LOG = Logger.getLogger(RequestDispatcher.class);

    private final ApiKeyCheck keys;
    private final RateLimitCheck limits;
    private final Responses responses;
    private final WriteHandler writes;
    private final BulkHandler bulks;
    private final ReadProxy reads;
    private final ReceiptHandler commands;
    private final Pages pages;
    private final PublicHealth health;
    private final PhpProxy php;
    private final PhpRoutes phpTargets;
    private final BasePath base;

    /** @throws IllegalArgumentException if the base path is one of our own paths */
    RequestDispatcher(
            ApiKeyCheck keys,
            RateLimitCheck limits,
            Responses responses,
            WriteHandler writes,
            BulkHandler bulks,
            ReadProxy reads,
            ReceiptHandler commands,
            Pages pages,
            PublicHealth health,
            PhpProxy php,
            PhpRoutes phpTargets,
            BasePath base) {
        this.keys = keys;
        this.limits = limits;
        this.responses = responses;
        this.writes = writes;
        this.bulks = bulks;
        this.reads = reads;
        this.commands = commands;
        this.pages = pages;
        this.health = health;
        this.php = php;
        this.phpTargets = phpTargets;
        this.base = base;
        if (!base.value().isEmpty() && RouteTable.isTaken(base.value())) {
            throw new IllegalArgumentException("ticketwire.base-path: " + base.value()
                    + " is a path of the API itself. A proxy that strips it can say so in X-Forwarded-Prefix");
        }
    }

    void register(@Observes Router router) {
        // What is not in the table of operations is not served.
        router.route().order(ORDER).handler(this::handle).failureHandler(this::refuse);
    }

    /** What was refused before it came to {@link #handle}: by the router for its host, or for its origin. */
    private void refuse(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        boolean hasHost = request.authority() != null || request.version() == HttpVersion.HTTP_1_0;
        if (hasHost && isOfEverything(request)) {
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

    /** {@code OPTIONS *}: no path, which the router does not take. */
    private static boolean isOfEverything(HttpServerRequest request) {
        return request.method() == HttpMethod.OPTIONS && request.uri().equals("*");
    }

    private void refuse(HttpServerRequest request, Refusal refusal) {
        Call call = call(request);
        keys.locate(call);
        responses.refuse(call, refusal);
    }

    private Call call(HttpServerRequest request) {
        String path =
                isOfEverything(request) ? request.uri() : base.without(Objects.requireNonNullElse(request.path(), ""));
        RequestTarget target = RouteTable.match(request.method().name(), path);
        return new Call(request, Vertx.currentContext(), phpTargets.of(path, target));
    }

    private void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Call call = call(request);
        RequestHeadTimeout.begun(request);
        call.afterwards(() -> RequestHeadTimeout.answered(request));
        request.exceptionHandler(failure -> LOG.debugf("a request was cut off: %s", failure.getMessage()));
        try {
            checked(call);
        } catch (RuntimeException e) {
            fail(call, e);
        }
    }

    private void checked(Call call) {
        keys.locate(call);
        checkHead(call.request().headers());
        if (isAboutTheServer(call.target())) {
            // Balancers ask in plain.
            authorized(call);
            return;
        }
        if (keys.forcesHttps() && HttpsRedirect.isPlain(call)) {
            toHttps(call);
            return;
        }
        if (keys.forcesHttps() || call.request().isSSL()) {
            call.request().response().putHeader(HttpsRedirect.STRICT, HttpsRedirect.FOR_A_YEAR);
        }
        RequestTarget target = call.target();
        if (target.wrong() != null) {
            throw new Refused(target.wrong());
        }
        if (target.legacy() && (target.operation() == Operation.UPDATE || target.operation() == Operation.LINK)) {
            writes.readFirst(call, refusal(call), sent -> authorized(call, sent));
        } else {
            authorized(call);
        }
    }

    private static boolean isAboutTheServer(RequestTarget target) {
        return target.operation() == Operation.HEALTH || target.operation() == Operation.OPTIONS;
    }

    /** What somebody in front of us may have read differently. */
    private static void checkHead(MultiMap headers) {
        if (headers.getAll(HttpHeaders.HOST).size() > 1) {
            throw Refused.of(ProblemCode.INVALID_HEADER, "More than one Host header");
        }
        if (headers.contains("")) {
            throw Refused.of(ProblemCode.INVALID_HEADER, "A header without a name");
        }
    }

    private void authorized(Call call) {
        switch (call.target().known()) {
            case DOCS, PROBLEM -> pages.answer(call);
            case HEALTH -> health.answer(call);
            case OPTIONS -> responses.options(call);
            case PHP -> php.answer(call);
            default -> keyed(call);
        }
    }

    private void keyed(Call call) {
        call.target().checkArgument();
        keys.check(call);
        limits.enter(call);
        switch (call.target().known()) {
            case CREATE, UPDATE, REPLY, DELETE, LINK, UNLINK -> writes.accept(call);
            case BULK -> bulks.accept(call);
            case GET, THREAD, LIST, SEARCH, STATS, STATUSES, REPORT, LOOKUP, PARENT, CHILDREN, DOWNLOAD, CONTENT ->
                reads.answer(call);
            case RECEIPT -> commands.answer(call);
            case DOCS, PROBLEM, HEALTH, OPTIONS, PHP -> throw new IllegalStateException("answered without a key");
        }
    }

    private @Nullable Refusal refusal(Call call) {
        try {
            keys.check(call);
            return null;
        } catch (Refused e) {
            return e.refusal();
        }
    }

    /** An update or a link on one of the plugin's paths: it looks at the body first. */
    private void authorized(Call call, ParsedBody sent) {
        try {
            keys.check(call);
            limits.enter(call);
            writes.accept(call, sent);
        } catch (RuntimeException e) {
            sent.body().release();
            fail(call, e);
        }
    }

    private void toHttps(Call call) {
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

    private void fail(Call call, RuntimeException failure) {
        if (failure instanceof Refused refused) {
            responses.refuse(call, refused.refusal());
        } else {
            LOG.error("a request failed", failure);
            responses.refuse(call, Refusal.internalError());
        }
    }
}
