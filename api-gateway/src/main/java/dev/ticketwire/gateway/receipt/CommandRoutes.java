package dev.ticketwire.gateway.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.operator.OperatorEndpoint;
import dev.ticketwire.gateway.operator.OperatorEndpoint.Answer;
import dev.ticketwire.gateway.proxy.OperatorReads;
import dev.ticketwire.gateway.receipt.Receipts.KeyedClaim;
import dev.ticketwire.osticket.reference.ApiKey;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.osticket.reference.ReferenceUnavailable;
import dev.ticketwire.rest.request.QueryParameters;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code GET /commands} on the operator's address: finds commands by receipt, id, ticket, key and state, the newest
 * first. The query service searches the inbox; a receipt is read here. Described in {@code docs/api.md}.
 */
@ApplicationScoped
class CommandRoutes {
    private static final String RECEIPT = "receipt";
    /** What the query service searches by. */
    private static final Set<String> PASSED = Set.of("id", "ticket", "key", "state", "limit", "after");

    private final OperatorEndpoint operator;
    private final OperatorReads reads;
    private final Receipts receipts;
    private final ReferenceSnapshot snapshot;

    CommandRoutes(OperatorEndpoint operator, OperatorReads reads, Receipts receipts, ReferenceSnapshot snapshot) {
        this.operator = operator;
        this.reads = reads;
        this.receipts = receipts;
        this.snapshot = snapshot;
    }

    void register(@Observes ManagementInterface management) {
        management.router().get("/commands").handler(context -> operator.answer(context, "command-search", this::find));
    }

    private Answer find(RoutingContext context) {
        QueryParameters parameters =
                QueryParameters.parse(context.request().query(), name -> PASSED.contains(name) || name.equals(RECEIPT));
        String receipt = parameters.one(RECEIPT);
        return new Answer(200, receipt == null ? search(parameters) : ofReceipt(receipt, parameters));
    }

    private JsonNode search(QueryParameters parameters) {
        return reads.query("/commands?"
                + parameters.all().entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream().map(value -> entry.getKey() + '=' + encoded(value)))
                        .collect(Collectors.joining("&")));
    }

    private CommandsOfReceipt ofReceipt(String receipt, QueryParameters parameters) {
        KeyedClaim found = claim(receipt, parameters);
        CommandsOfReceipt.Part part = CommandsOfReceipt.part(
                found, parameters.number("after", 0, 0, 65_535), parameters.number("limit", 50, 1, 100));
        return part.with(reads.query("/commands?" + part.query()));
    }

    private KeyedClaim claim(String receipt, QueryParameters parameters) {
        Map<String, List<String>> others = parameters.all();
        others.keySet().stream()
                .filter(name -> !Set.of(RECEIPT, "limit", "after").contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refused.of(ProblemCode.INVALID_VALUE, "A receipt names its commands, without " + name, name);
                });
        KeyedClaim found = receipts.readOfAny(receipt, keyIds());
        if (found == null) {
            throw Refused.of(ProblemCode.RECEIPT_UNKNOWN, "No command has this receipt", RECEIPT);
        }
        if (found.claim().expired()) {
            throw Refused.of(ProblemCode.RECEIPT_EXPIRED, "The command's outcome is not kept any more", RECEIPT);
        }
        return found;
    }

    private List<Integer> keyIds() {
        try {
            return snapshot.current().apiKeys().stream()
                    .map(ApiKey::id)
                    .distinct()
                    .toList();
        } catch (ReferenceUnavailable e) {
            throw Refused.of(
                    ProblemCode.DATABASE_UNAVAILABLE, "The help desk's database cannot be reached, try again later");
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
