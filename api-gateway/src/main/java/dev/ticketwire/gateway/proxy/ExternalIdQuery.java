package dev.ticketwire.gateway.proxy;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.command.ExternalId;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /tickets?externalId=…}: the caller's own name for a ticket, which stands alone. */
final class ExternalIdQuery {
    private static final String EXTERNAL_ID = "externalId";

    private ExternalIdQuery() {}

    /**
     * @return null if the query asks for tickets otherwise
     * @throws Refused if the name is sent twice, not 1 to 255 characters long, or not alone
     */
    static @Nullable String of(HttpServerRequest request) {
        String query = request.query();
        if (query == null || !query.contains(EXTERNAL_ID)) {
            return null;
        }
        MultiMap sent = parameters(request);
        if (!sent.contains(EXTERNAL_ID)) {
            return null;
        }
        for (String name : sent.names()) {
            if (!name.equals(EXTERNAL_ID)) {
                throw Refused.unknown(name);
            }
        }
        List<String> values = sent.getAll(EXTERNAL_ID);
        String value = values.get(0);
        if (values.size() > 1 || !ExternalId.isValid(value)) {
            throw Refused.invalid(EXTERNAL_ID);
        }
        return value;
    }

    private static MultiMap parameters(HttpServerRequest request) {
        try {
            return request.params();
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(EXTERNAL_ID);
        }
    }
}
