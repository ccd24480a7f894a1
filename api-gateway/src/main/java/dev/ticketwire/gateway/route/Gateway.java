package dev.ticketwire.gateway.route;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.access.KeyCheck;
import dev.ticketwire.gateway.bulk.Bulks;
import dev.ticketwire.gateway.call.Answers;
import dev.ticketwire.gateway.call.BasePath;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.Target;
import dev.ticketwire.gateway.connection.HeadDeadline;
import dev.ticketwire.gateway.health.PublicHealth;
import dev.ticketwire.gateway.limit.Limits;
import dev.ticketwire.gateway.page.Pages;
import dev.ticketwire.gateway.proxy.Php;
import dev.ticketwire.gateway.proxy.Reads;
import dev.ticketwire.gateway.receipt.CommandStatus;
import dev.ticketwire.gateway.write.Sent;
import dev.ticketwire.gateway.write.Writes;
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
public class Gateway {
    /** In front of everything else but {@link Cors}. */
    static final int ORDER = Integer.MIN_VALUE + 1;

    private static final Logger LOG = Logger.getLogger(Gateway.class);

    private final KeyCheck keys;
    private final Limits limits;
    private final Answers answers;
    private final Writes writes;
    private final Bulks bulks;
    private final Reads reads;
    private final CommandStatus commands;
    private final Pages pages;
    private final PublicHealth health;
    private final Php php;
    private final PhpTargets phpTargets;
    private final BasePath base;

    /** @throws IllegalArgumentException if the base path is one of our own paths */
    Gateway(
            KeyCheck keys,
            Limits limits,
            Answers answers,
            Writes writes,
            Bulks bulks,
            Reads reads,
            CommandStatus commands,
            Pages pages,
            PublicHealth health,
            Php php,
            PhpTargets phpTargets,
            BasePath base) {
        this.keys = keys;
        this.limits = limits;
        this.answers = answers;
        this.writes = writes;
        this.bulks = bulks;
        this.reads = reads;
        this.commands = commands;
        this.pages = pages;
        this.health = health;
        this.php = php;
        this.phpTargets = phpTargets;
        this.base = base;
        if (!base.value().isEmpty() && Routes.isTaken(base.value())) {
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
            answers.options(call);
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
        answers.refuse(call, refusal);
    }

    private Call call(HttpServerRequest request) {
        String path =
                isOfEverything(request) ? request.uri() : base.without(Objects.requireNonNullElse(request.path(), ""));
        Target target = Routes.match(request.method().name(), path);
        return new Call(request, Vertx.currentContext(), phpTargets.of(path, target));
    }

    private void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Call call = call(request);
        HeadDeadline.begun(request);
        call.afterwards(() -> HeadDeadline.answered(request));
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
        if (keys.forcesHttps() && HttpsGate.isPlain(call)) {
            toHttps(call);
            return;
        }
        if (keys.forcesHttps() || call.request().isSSL()) {
            call.request().response().putHeader(HttpsGate.STRICT, HttpsGate.FOR_A_YEAR);
        }
        Target target = call.target();
        if (target.wrong() != null) {
            throw new Refused(target.wrong());
        }
        if (target.legacy() && (target.operation() == Operation.UPDATE || target.operation() == Operation.LINK)) {
            writes.readFirst(call, refusal(call), sent -> authorized(call, sent));
        } else {
            authorized(call);
        }
    }

    private static boolean isAboutTheServer(Target target) {
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
            case OPTIONS -> answers.options(call);
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
    private void authorized(Call call, Sent sent) {
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
        String location = HttpsGate.location(call, base.without(call.request().uri()));
        if (location == null) {
            answers.text(call, 400, Answers.HTML, "HTTPS Protocol Required");
        } else {
            call.request().response().putHeader("Location", location);
            answers.send(call, 302, Answers.HTML, Buffer.buffer());
        }
    }

    private void fail(Call call, RuntimeException failure) {
        if (failure instanceof Refused refused) {
            answers.refuse(call, refused.refusal());
        } else {
            LOG.error("a request failed", failure);
            answers.refuse(call, Refusal.internalError());
        }
    }
}
