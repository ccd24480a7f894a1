package dev.ticketwire.gateway.overview;

import dev.ticketwire.gateway.operator.OperatorEndpoint;
import dev.ticketwire.gateway.operator.OperatorEndpoint.Answer;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * {@code GET /overview} on the operator's address: the last hour of the suite, and the state of its services. Described in
 * {@code docs/api.md}.
 */
@ApplicationScoped
class OverviewRoutes {
    private final OperatorEndpoint operator;
    private final Scraper scraper;

    OverviewRoutes(OperatorEndpoint operator, Scraper scraper) {
        this.operator = operator;
        this.scraper = scraper;
    }

    void register(@Observes ManagementInterface management) {
        management.router().get("/overview").handler(context -> operator.answer(context, "overview-read", this::show));
    }

    private Answer show(RoutingContext context) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        OverviewView view = OverviewView.of(scraper.history(), scraper.instances(), now);
        return new Answer(200, view).fresh(untilNextPoint(now));
    }

    private static int untilNextPoint(Instant now) {
        return History.STEP_SECONDS - Math.floorMod(now.getEpochSecond(), History.STEP_SECONDS);
    }
}
