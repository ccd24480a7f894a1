package dev.ticketwire.rest;

import dev.ticketwire.rest.render.JsonWriter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Problems as HTTP responses. */
public final class ProblemResponses {
    private static final int RETRY_AFTER_SECONDS = 5;

    private ProblemResponses() {}

    /** The problem as RFC 9457 defines it; a 503 has {@code Retry-After}. */
    public static Response response(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .entity(bytes(problem))
                .header(HttpHeaders.CONTENT_TYPE, Problem.CONTENT_TYPE);
        if (problem.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.build();
    }

    /** The problem as JSON. */
    static byte[] bytes(Problem problem) {
        try {
            JsonWriter json = new JsonWriter();
            json.startObject().field("type", problem.type()).field("title", problem.title());
            json.field("status", problem.status()).field("detail", problem.detail());
            json.field("code", problem.code());
            if (problem.field() != null) {
                json.field("field", problem.field());
            }
            return json.end().toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
