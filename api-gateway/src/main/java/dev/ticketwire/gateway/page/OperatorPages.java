package dev.ticketwire.gateway.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Pages on the operator's address: its OpenAPI document, and the problem pages that its errors link to. */
@ApplicationScoped
class OperatorPages {
    private final ObjectMapper json;

    OperatorPages(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes ManagementInterface management) {
        var documents = Documentation.document("/openapi/operator.yaml", json);
        var problems = ProblemPages.render();
        Page style = Documentation.style();
        Router router = management.router();
        documents.forEach((path, page) -> router.get("/" + path).handler(context -> send(context, page)));
        router.get("/problems").handler(context -> send(context, problems.get("")));
        router.get("/problems/:code").handler(context -> send(context, problems.get(context.pathParam("code"))));
        router.get("/docs/page.css").handler(context -> send(context, style));
    }

    private static void send(RoutingContext context, @Nullable Page page) {
        if (page == null) {
            context.response().setStatusCode(404).end();
            return;
        }
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, page.contentType())
                .putHeader("Content-Security-Policy", Pages.POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .end(page.content());
    }
}
