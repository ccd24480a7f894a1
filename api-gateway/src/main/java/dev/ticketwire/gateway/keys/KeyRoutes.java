package dev.ticketwire.gateway.keys;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.operator.OperatorEndpoint;
import dev.ticketwire.gateway.operator.OperatorEndpoint.Answer;
import dev.ticketwire.gateway.route.Endpoint;
import dev.ticketwire.osticket.format.RowId;
import dev.ticketwire.osticket.key.KeyRecord;
import dev.ticketwire.osticket.key.KeySecret;
import dev.ticketwire.osticket.key.KeyStore;
import dev.ticketwire.osticket.key.KeyTerms;
import dev.ticketwire.osticket.read.DatabaseAway;
import dev.ticketwire.osticket.reference.ApiKey;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.osticket.reference.ReferenceUnavailable;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code /keys} on the operator's address: lists, creates, changes, rotates and revokes keys. Described in {@code
 * docs/api.md}. A change takes effect at once in this gateway, and in others at their next refresh.
 */
@ApplicationScoped
class KeyRoutes {
    private static final Logger LOG = Logger.getLogger(KeyRoutes.class);
    private static final long LARGEST_BODY = 64 * 1024;
    private static final int DAY = 24 * 60 * 60;
    private static final int LONGEST_OVERLAP = 90 * DAY;

    private final OperatorEndpoint desk;
    private final KeyStore keys;
    private final ReferenceSnapshot snapshot;
    private final ObjectMapper json;

    KeyRoutes(OperatorEndpoint desk, KeyStore keys, ReferenceSnapshot snapshot, ObjectMapper json) {
        this.desk = desk;
        this.keys = keys;
        this.snapshot = snapshot;
        this.json = json;
    }

    void register(@Observes ManagementInterface management) {
        Router router = management.router();
        router.route("/keys*").handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        router.get("/keys").handler(context -> answer(context, "read", this::list));
        router.post("/keys").handler(context -> answer(context, "add", this::add));
        router.get("/keys/:id").handler(context -> answer(context, "read", this::show));
        router.patch("/keys/:id").handler(context -> answer(context, "change", this::change));
        router.post("/keys/:id/rotate").handler(context -> answer(context, "rotate", this::rotate));
        router.delete("/keys/:id").handler(context -> answer(context, "revoke", this::revoke));
        router.get("/operations").handler(context -> answer(context, "read", this::operations));
    }

    private Answer list(RoutingContext context) {
        Reference reference = snapshot.current();
        List<Map<String, Object>> departments = reference.departments().all().stream()
                .map(department -> Map.<String, Object>of("id", department.id, "name", department.name))
                .toList();
        List<KeyView> items = keys.all().stream().map(KeyView::of).toList();
        return new Answer(200, Map.of("items", items, "permissions", KeyTerms.PERMISSIONS, "departments", departments));
    }

    private Answer operations(RoutingContext context) {
        return new Answer(200, Map.of("items", Endpoint.all()));
    }

    private Answer show(RoutingContext context) {
        int id = id(context);
        return keys.all().stream()
                .filter(key -> key.id() == id)
                .findFirst()
                .map(key -> new Answer(200, KeyView.of(key)))
                .orElseThrow(KeyRoutes::unknown);
    }

    private Answer add(RoutingContext context) {
        KeyBody body = KeyBody.terms(json, sent(context));
        if (!body.names()) {
            throw Refused.of(ProblemCode.INVALID_VALUE, "name must be 1 to 128 characters", "name");
        }
        KeySecret secret = KeySecret.made();
        KeyRecord key = keys.add(body.applyTo(KeyBody.NEW, snapshot.current()), secret);
        LOG.infof("API key %d made", key.id());
        return changed(201, key, secret.text());
    }

    private Answer change(RoutingContext context) {
        KeyBody body = KeyBody.terms(json, sent(context));
        int id = id(context);
        if (body.names() && id < ApiKey.OWN) {
            throw Refused.of(
                    ProblemCode.OSTICKET_KEY, "osTicket's own keys are named in osTicket's admin panel", "name");
        }
        Reference reference = snapshot.current();
        KeyRecord key = keys.change(id, terms -> body.applyTo(terms, reference)).orElseThrow(KeyRoutes::unknown);
        LOG.infof("API key %d changed", id);
        return changed(200, key, null);
    }

    private Answer rotate(RoutingContext context) {
        int id = id(context);
        KeyBody body = KeyBody.rotation(json, sent(context));
        Duration overlap = Duration.ofSeconds(body.overlapSeconds(DAY, LONGEST_OVERLAP));
        if (id < ApiKey.OWN) {
            throw Refused.of(ProblemCode.OSTICKET_KEY, "osTicket's own keys are made in osTicket's admin panel");
        }
        KeySecret secret = KeySecret.made();
        KeyRecord key = keys.rotate(id, secret, overlap).orElseThrow(KeyRoutes::unknown);
        LOG.infof("API key %d rotated", id);
        return changed(200, key, secret.text());
    }

    private Answer revoke(RoutingContext context) {
        int id = id(context);
        if (!keys.revoke(id)) {
            throw unknown();
        }
        refreshSnapshot();
        LOG.infof("API key %d revoked", id);
        return new Answer(204, null);
    }

    private Answer changed(int status, KeyRecord key, @Nullable String secret) {
        refreshSnapshot();
        return new Answer(status, KeyView.of(key, secret), null, String.valueOf(key.id()));
    }

    /** Refreshes the snapshot. The change is stored even if that fails; the next refresh is due soon. */
    private void refreshSnapshot() {
        try {
            snapshot.refresh();
        } catch (RuntimeException e) {
            LOG.warnf("what was changed is not read yet: %s", e.getMessage());
        }
    }

    private static byte[] sent(RoutingContext context) {
        var body = context.body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }

    private static int id(RoutingContext context) {
        Integer id = RowId.intOfDigits(context.pathParam("id"));
        if (id == null) {
            throw unknown();
        }
        return id;
    }

    private static Refused unknown() {
        return Refused.of(ProblemCode.KEY_NOT_FOUND, "No API key has this id");
    }

    private void answer(RoutingContext context, String what, Function<RoutingContext, Answer> work) {
        desk.answer(context, "key-" + what, request -> {
            try {
                return work.apply(request);
            } catch (RuntimeException e) {
                if (e instanceof ReferenceUnavailable || DatabaseAway.causes(e)) {
                    throw Refused.of(
                            ProblemCode.DATABASE_UNAVAILABLE,
                            "The help desk's database cannot be reached, try again later");
                }
                throw e;
            }
        });
    }
}
