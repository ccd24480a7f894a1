package dev.ticketwire.gateway.proxy;

import dev.ticketwire.gateway.call.Refused;
import dev.ticketwire.gateway.command.ExternalId;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** The query of {@code GET /tickets?externalId=…}: the caller's own name for a ticket. */
final class OwnName {
    private static final String EXTERNAL_ID = "externalId";

    private OwnName() {}

    /** @throws Refused if it is missing, sent twice, not 1 to 255 characters long, or not alone */
    static String of(HttpServerRequest request) {
        MultiMap sent = parameters(request);
        for (String name : sent.names()) {
            if (!name.equals(EXTERNAL_ID)) {
                throw Refused.unknown(name);
            }
        }
        List<String> values = sent.getAll(EXTERNAL_ID);
        if (values.isEmpty()) {
            throw Refused.plain(400, "external-id-missing", "Missing externalId", EXTERNAL_ID);
        }
        String value = values.get(0);
        if (values.size() > 1 || !ExternalId.isOne(value)) {
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
