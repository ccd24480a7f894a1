package dev.ticketwire.gateway.proxy;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.command.ExternalId;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the query of {@code GET /tickets?externalId=…}, which takes no other parameter. */
final class ExternalIdQuery {
    private static final String EXTERNAL_ID = "externalId";

    private ExternalIdQuery() {}

    /**
     * @return null if the query has no external id
     * @throws Refused if it is sent twice, not 1 to 255 characters long, or not the only parameter
     */
    static @Nullable String externalId(HttpServerRequest request) {
        String query = request.query();
        if (query == null || !query.contains(EXTERNAL_ID)) {
            return null;
        }
        MultiMap parameters = parameters(request);
        if (!parameters.contains(EXTERNAL_ID)) {
            return null;
        }
        for (String name : parameters.names()) {
            if (!name.equals(EXTERNAL_ID)) {
                throw Refused.unknown(name);
            }
        }
        return single(parameters.getAll(EXTERNAL_ID));
    }

    private static String single(List<String> values) {
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
