package dev.ticketwire.gateway.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.proxy.ReadServices.Service;
import dev.ticketwire.contract.problem.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Passes reads on to the service that knows and its answer back, whatever its size. */
@ApplicationScoped
public class ReadProxy {
    /** Up to here an answer is sent in one piece. */
    private static final int ONE_PIECE = 256 * 1024;

    private final ReadServices services;
    private final Responses responses;
    private final ObjectMapper json;
    private final int most;
    private final AtomicInteger inFlight;
    private final Counter shed;

    ReadProxy(
            ReadServices services,
            Responses responses,
            ObjectMapper json,
            ReadSettings settings,
            MeterRegistry meters) {
        this.most = settings.inFlight();
        this.inFlight = meters.gauge("ticketwire.reads.in.flight", new AtomicInteger());
        this.shed = Counter.builder("ticketwire.reads.shed")
                .description("Reads refused because too many were being answered")
                .register(meters);
        this.services = services;
        this.responses = responses;
        this.json = json;
    }

    private record Source(Service service, String uri) {}

    /** @throws Refused if the request cannot be understood, or too many are being answered */
    public void answer(Call call) {
        Source source = source(call);
        if (inFlight.incrementAndGet() > most) {
            inFlight.decrementAndGet();
            shed.increment();
            throw Refused.unavailable("Too many reads at once, try again later");
        }
        call.afterwards(inFlight::decrementAndGet);
        ask(call, source, method(call));
    }

    private void ask(Call call, Source source, HttpMethod method) {
        call.hold();
        services.read(source.service, method, source.uri, ForwardedHeaders.request(call), call.key())
                .onComplete(result -> {
                    call.release();
                    if (result.succeeded()) {
                        passOn(call, result.result(), source.service);
                    } else {
                        away(call, source.service);
                    }
                });
    }

    /** Of a file the head is enough for a HEAD; elsewhere a GET tells how long the answer would be. */
    private static HttpMethod method(Call call) {
        Operation operation = call.target().known();
        boolean isFile = operation == Operation.CONTENT || operation == Operation.DOWNLOAD;
        return isFile && call.isHead() ? HttpMethod.HEAD : HttpMethod.GET;
    }

    private static Source source(Call call) {
        RequestTarget target = call.target();
        String argument = ReadServices.encoded(target.argument());
        return switch (Objects.requireNonNull(target.operation())) {
            case GET -> new Source(Service.QUERY, "/tickets/" + argument + (target.legacy() ? "" : "?versioned=true"));
            case THREAD -> new Source(Service.QUERY, withQuery(call, "/tickets/" + argument + "/thread"));
            case LIST -> list(call);
            case SEARCH -> new Source(Service.QUERY, withQuery(call, "/search"));
            case STATUSES -> new Source(Service.QUERY, "/statuses");
            case LOOKUP -> new Source(Service.QUERY, "/" + target.argument());
            case DOWNLOAD -> new Source(Service.FILES, "/attachments/" + argument);
            case CONTENT -> new Source(Service.FILES, "/attachments/" + argument + "/content");
            case PARENT -> new Source(Service.SUBTICKET, "/tickets/" + argument + "/parent");
            case CHILDREN -> new Source(Service.SUBTICKET, "/tickets/" + argument + "/children");
            case STATS -> new Source(Service.STATS, "/stats");
            case REPORT -> new Source(Service.STATS, withQuery(call, "/" + target.argument()));
            case CREATE, UPDATE, REPLY, DELETE, LINK, UNLINK, BULK, RECEIPT, DOCS, PROBLEM, HEALTH, OPTIONS, PHP ->
                throw new IllegalArgumentException(target.operation() + " is no read");
        };
    }

    private static Source list(Call call) {
        String name = ExternalIdQuery.of(call.request());
        return new Source(
                Service.QUERY,
                name == null ? withQuery(call, "/tickets") : "/own-tickets?externalId=" + ReadServices.encoded(name));
    }

    private static String withQuery(Call call, String path) {
        String query = call.request().query();
        return query == null || query.isEmpty() ? path : path + "?" + query;
    }

    private void passOn(Call call, HttpClientResponse from, Service service) {
        int status = from.statusCode();
        boolean isBare = from.request().getMethod() == HttpMethod.HEAD;
        if (status != 200 && status != 206 && status != 304) {
            if (isBare) {
                // Why stands in the body, which a HEAD has not.
                from.resume();
                ask(call, source(call), HttpMethod.GET);
                return;
            }
            services.body(from)
                    .onSuccess(body -> {
                        ForwardedHeaders.range(call, from);
                        responses.refuse(call, refusal(status, body));
                    })
                    .onFailure(failure -> away(call, service));
            return;
        }
        String type = Objects.requireNonNullElse(from.getHeader(HttpHeaders.CONTENT_TYPE), Responses.JSON);
        String length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (status != 304 && call.isHead() && (isBare || !isSmall(length))) {
            head(call, from, type, length);
        } else if (status == 304 || isSmall(length)) {
            services.body(from)
                    .onSuccess(body -> responses.send(call, status, type, ForwardedHeaders.answer(call, from), body))
                    .onFailure(failure -> away(call, service));
        } else {
            stream(call, from, type, length);
        }
    }

    private static boolean isSmall(@Nullable String length) {
        return length != null && length.length() < 7 && Integer.parseInt(length) <= ONE_PIECE;
    }

    /** Nobody reads what else there is. */
    private void head(Call call, HttpClientResponse from, String type, @Nullable String length) {
        if (from.request().getMethod() == HttpMethod.HEAD) {
            from.resume();
        } else {
            from.request().reset();
        }
        HttpServerResponse to = responses.start(call, from.statusCode(), type, ForwardedHeaders.answer(call, from));
        if (to == null) {
            return;
        }
        if (length != null) {
            to.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        to.end();
        responses.streamed(call, from.statusCode());
    }

    private void stream(Call call, HttpClientResponse from, String type, @Nullable String length) {
        HttpServerResponse to = responses.start(call, from.statusCode(), type, ForwardedHeaders.answer(call, from));
        if (to == null) {
            from.request().reset();
            return;
        }
        if (length == null) {
            to.setChunked(true);
        } else {
            to.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        services.pipe(from, to).onComplete(done -> {
            if (done.failed()) {
                // Cut off, so that the caller does not take the part for the whole; and nobody reads the rest.
                from.request().reset();
                call.request().connection().close();
            }
            responses.streamed(call, done.succeeded() ? from.statusCode() : 502);
        });
    }

    /** A service's problem; what is none is our own fault. */
    private Refusal refusal(int status, Buffer body) {
        try {
            JsonNode problem = json.readTree(body.getBytes());
            if (problem != null && problem.hasNonNull("detail") && status >= 400) {
                return new Refusal(
                        problem.path("code").asText("error"),
                        status,
                        problem.path("detail").asText(),
                        problem.path("field").asText(null));
            }
        } catch (IOException e) {
            return Refusal.internalError();
        }
        return status == 503
                ? Refusal.unavailable("The service is not available, try again later")
                : Refusal.internalError();
    }

    private void away(Call call, Service service) {
        responses.refuse(
                call,
                Refusal.unavailable("The " + ReadServices.NAMES.get(service) + " cannot be reached, try again later"));
    }
}
