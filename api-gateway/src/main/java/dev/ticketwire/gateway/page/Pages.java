package dev.ticketwire.gateway.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.Responses;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Serves the documentation and the problem pages to everybody; {@code ticketwire.docs.enabled=false} disables them. The
 * files are loaded at the first request for one of them.
 */
@ApplicationScoped
public class Pages {
    private static final Logger LOG = Logger.getLogger(Pages.class);
    /** Allows no other origins and no inline content except Swagger UI's images. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String AN_HOUR = "public, max-age=3600";

    private final Vertx vertx;
    private final Responses answers;
    private final ObjectMapper json;
    private final boolean enabled;
    private volatile @Nullable Future<All> all;

    /** @param documentation by path, {@code problems} by code, {@code schemas} by event type */
    private record All(Map<String, Page> documentation, Map<String, Page> problems, Map<String, Page> schemas) {
        Map<String, Page> of(Operation operation) {
            return switch (operation) {
                case PROBLEM -> problems;
                case EVENT_SCHEMA -> schemas;
                default -> documentation;
            };
        }
    }

    Pages(
            Vertx vertx,
            Responses answers,
            ObjectMapper json,
            @ConfigProperty(name = "ticketwire.docs.enabled", defaultValue = "true") boolean enabled) {
        this.vertx = vertx;
        this.answers = answers;
        this.json = json;
        this.enabled = enabled;
    }

    /** @throws Refused if there are none */
    public void answer(Call call) {
        if (!enabled) {
            throw new Refused(missing());
        }
        if (call.target().argument().equals("docs")) {
            answers.send(
                    call,
                    301,
                    Page.HTML,
                    MultiMap.caseInsensitiveMultiMap()
                            .set(HttpHeaders.LOCATION, call.publicAddress().path("/docs/")),
                    Buffer.buffer());
            return;
        }
        read().onComplete(read -> call.context().runOnContext(ignored -> {
            if (read.succeeded()) {
                answer(call, read.result());
            } else {
                LOG.error("the documentation cannot be read", read.cause());
                answers.refuse(call, Refusal.internalError());
            }
        }));
    }

    private Future<All> read() {
        Future<All> reading = all;
        if (reading == null) {
            // At worst two concurrent requests load the files twice.
            reading = vertx.executeBlocking(
                    () -> new All(Documentation.read(json), ProblemPages.render(), Documentation.schemas(json)), false);
            all = reading;
        }
        return reading;
    }

    private void answer(Call call, All pages) {
        Page page = pages.of(call.target().known()).get(call.target().argument());
        if (page == null) {
            answers.refuse(call, missing());
            return;
        }
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .set("Content-Security-Policy", POLICY)
                .set("Referrer-Policy", "no-referrer")
                .set(HttpHeaders.CACHE_CONTROL, AN_HOUR);
        if (page.namesServer()) {
            headers.set(HttpHeaders.VARY, "X-Forwarded-Prefix");
        }
        answers.send(
                call,
                200,
                page.contentType(),
                headers,
                page.content(call.publicAddress().prefix()));
    }

    private static Refusal missing() {
        return Refusal.of(ProblemCode.NOT_FOUND, "Nothing is served under this path");
    }
}
