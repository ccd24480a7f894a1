package dev.ticketwire.gateway.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.gateway.call.Answers;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Refused;
import dev.ticketwire.gateway.call.Target;
import dev.ticketwire.gateway.proxy.Services.Service;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Passes reads on to the service that knows and its answer back, whatever its size. */
@ApplicationScoped
public class Reads {
    /** Up to here an answer is sent in one piece. */
    private static final int ONE_PIECE = 256 * 1024;

    private final Services services;
    private final Answers answers;
    private final ObjectMapper json;

    Reads(Services services, Answers answers, ObjectMapper json) {
        this.services = services;
        this.answers = answers;
        this.json = json;
    }

    private record Source(Service service, String uri) {}

    public void answer(Call call) {
        Source source = source(call);
        String accept = call.target().suffix().equals("xml") ? "application/xml" : "application/json";
        services.get(source.service, source.uri, accept, call.traceparent()).onComplete(result -> {
            if (result.succeeded()) {
                passOn(call, result.result(), source.service);
            } else {
                away(call, source.service);
            }
        });
    }

    private static Source source(Call call) {
        Target target = call.target();
        String argument = Services.encoded(target.argument());
        return switch (Objects.requireNonNull(target.operation())) {
            case GET -> new Source(Service.QUERY, "/tickets/" + argument);
            case LIST ->
                new Source(
                        Service.QUERY,
                        "/api-keys/" + call.key().id() + "/tickets?externalId="
                                + Services.encoded(OwnName.of(call.request())));
            case SEARCH -> new Source(Service.QUERY, withQuery(call, "/tickets"));
            case STATUSES -> new Source(Service.QUERY, "/statuses");
            case DOWNLOAD -> new Source(Service.QUERY, "/attachments/" + argument);
            case PARENT -> new Source(Service.SUBTICKET, "/tickets/" + argument + "/parent");
            case CHILDREN -> new Source(Service.SUBTICKET, "/tickets/" + argument + "/children");
            case STATS -> new Source(Service.STATS, "/stats");
            case CREATE, UPDATE, REPLY, DELETE, LINK, UNLINK, BULK, RECEIPT ->
                throw new IllegalArgumentException(target.operation() + " is no read");
        };
    }

    private static String withQuery(Call call, String path) {
        String query = call.request().query();
        return query == null || query.isEmpty() ? path : path + "?" + query;
    }

    private void passOn(Call call, HttpClientResponse from, Service service) {
        if (from.statusCode() != 200) {
            from.body()
                    .onSuccess(body -> answers.refuse(call, refusal(from.statusCode(), body)))
                    .onFailure(failure -> away(call, service));
            return;
        }
        String type = Objects.requireNonNullElse(from.getHeader(HttpHeaders.CONTENT_TYPE), Answers.JSON);
        String length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.length() < 7 && Integer.parseInt(length) <= ONE_PIECE) {
            from.body()
                    .onSuccess(body -> answers.send(call, 200, type, body))
                    .onFailure(failure -> away(call, service));
        } else {
            stream(call, from, type, length);
        }
    }

    private void stream(
            Call call, HttpClientResponse from, String type, @org.jspecify.annotations.Nullable String length) {
        HttpServerResponse to = answers.start(call, 200, type);
        if (to == null) {
            return;
        }
        if (length == null) {
            to.setChunked(true);
        } else {
            to.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        from.pipeTo(to).onComplete(done -> {
            if (done.failed()) {
                // Cut off, so that the caller does not take the part for the whole.
                call.request().connection().close();
            }
            answers.streamed(call, done.succeeded() ? 200 : 502);
        });
    }

    /** A service's problem; what is none is our own fault. */
    private Refused refusal(int status, Buffer body) {
        try {
            JsonNode problem = json.readTree(body.getBytes());
            if (problem != null && problem.hasNonNull("detail") && status >= 400) {
                return Refused.of(
                        status,
                        problem.path("code").asText("error"),
                        problem.path("detail").asText());
            }
        } catch (JsonProcessingException e) {
            return Refused.of(500, "internal-error", "Internal error");
        } catch (java.io.IOException e) {
            return Refused.of(500, "internal-error", "Internal error");
        }
        return status == 503
                ? Refused.unavailable("The service is not available, try again later")
                : Refused.of(500, "internal-error", "Internal error");
    }

    private void away(Call call, Service service) {
        answers.refuse(
                call,
                Refused.unavailable("The " + Services.NAMES.get(service) + " cannot be reached, try again later"));
    }
}
