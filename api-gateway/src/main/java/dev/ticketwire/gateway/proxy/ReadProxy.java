package dev.ticketwire.gateway.proxy;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.proxy.ReadServices.Service;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Forwards reads to the service in charge and streams back its response, of whatever size. */
@ApplicationScoped
public class ReadProxy {
    /** Responses up to this size are buffered and sent in one piece. */
    private static final int MAX_BUFFERED = 256 * 1024;

    private final ReadServices services;
    private final Responses responses;
    private final ServiceProblems problems;
    private final int maxInFlight;
    private final AtomicInteger inFlight;
    private final Counter shed;

    ReadProxy(
            ReadServices services,
            Responses responses,
            ServiceProblems problems,
            ReadSettings settings,
            MeterRegistry meters) {
        this.maxInFlight = settings.inFlight();
        this.inFlight = meters.gauge("ticketwire.reads.in.flight", new AtomicInteger());
        this.shed = Counter.builder("ticketwire.reads.shed")
                .description("Reads refused because too many were being answered")
                .register(meters);
        this.services = services;
        this.responses = responses;
        this.problems = problems;
    }

    /** A service and the URI to request there. */
    private record Source(Service service, String uri) {}

    /** @throws Refused if the request cannot be understood, or too many are being answered */
    public void answer(Call call) {
        Source source = source(call);
        if (inFlight.incrementAndGet() > maxInFlight) {
            inFlight.decrementAndGet();
            shed.increment();
            throw Refused.unavailable("Too many reads at once, try again later");
        }
        call.onEnd(inFlight::decrementAndGet);
        ask(call, source, method(call));
    }

    private void ask(Call call, Source source, HttpMethod method) {
        call.hold();
        services.read(source.service, method, source.uri, ForwardedHeaders.request(call), call.key())
                .onComplete(result -> {
                    call.release();
                    if (result.succeeded()) {
                        respond(call, result.result(), source.service);
                    } else {
                        unreachable(call, source.service);
                    }
                });
    }

    /** HEAD is forwarded for files only; elsewhere a GET tells the length of the response. */
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
            case MAILS -> new Source(Service.QUERY, "/tickets/" + argument + "/mails");
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
            case EVENTS -> new Source(Service.EVENTS, withQuery(call, "/events"));
            case CREATE,
                    UPDATE,
                    REPLY,
                    DELETE,
                    LINK,
                    UNLINK,
                    WEBHOOKS,
                    WEBHOOK_CHANGE,
                    WEBHOOK_TEST,
                    BULK,
                    RECEIPT,
                    DOCS,
                    PROBLEM,
                    EVENT_SCHEMA,
                    HEALTH,
                    OPTIONS,
                    PHP -> throw new IllegalArgumentException(target.operation() + " is no read");
        };
    }

    private static Source list(Call call) {
        String externalId = ExternalIdQuery.externalId(call.request());
        return new Source(
                Service.QUERY,
                externalId == null
                        ? withQuery(call, "/tickets")
                        : "/own-tickets?externalId=" + ReadServices.encoded(externalId));
    }

    private static String withQuery(Call call, String path) {
        String query = call.request().query();
        return query == null || query.isEmpty() ? path : path + "?" + query;
    }

    private void respond(Call call, HttpClientResponse from, Service service) {
        int status = from.statusCode();
        if (status == 200 || status == 206 || status == 304) {
            succeed(call, from, service);
        } else if (isHead(from)) {
            // The reason is in the body, which the response to a HEAD does not have.
            from.resume();
            ask(call, source(call), HttpMethod.GET);
        } else {
            services.body(from)
                    .onSuccess(body -> {
                        ForwardedHeaders.copyContentRange(call, from);
                        problems.answer(call, status, body);
                    })
                    .onFailure(failure -> unreachable(call, service));
        }
    }

    private void succeed(Call call, HttpClientResponse from, Service service) {
        int status = from.statusCode();
        String type = Objects.requireNonNullElse(from.getHeader(HttpHeaders.CONTENT_TYPE), Responses.JSON);
        String length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (status != 304 && call.isHead() && (isHead(from) || !isSmall(length))) {
            head(call, from, type, length);
        } else if (status == 304 || isSmall(length)) {
            services.body(from)
                    .onSuccess(body -> responses.send(call, status, type, ForwardedHeaders.response(call, from), body))
                    .onFailure(failure -> unreachable(call, service));
        } else {
            stream(call, from, type, length);
        }
    }

    private static boolean isHead(HttpClientResponse from) {
        return from.request().getMethod() == HttpMethod.HEAD;
    }

    private static boolean isSmall(@Nullable String length) {
        return length != null && length.length() < 7 && Integer.parseInt(length) <= MAX_BUFFERED;
    }

    /** Responds to a HEAD; the body of a GET that was sent for it is dropped. */
    private void head(Call call, HttpClientResponse from, String type, @Nullable String length) {
        if (isHead(from)) {
            from.resume();
        } else {
            from.request().reset();
        }
        HttpServerResponse to = responses.start(call, from.statusCode(), type, ForwardedHeaders.response(call, from));
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
        HttpServerResponse to = responses.start(call, from.statusCode(), type, ForwardedHeaders.response(call, from));
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
                // Cut off, so that the caller does not take the part for the whole.
                from.request().reset();
                call.request().connection().close();
            }
            responses.streamed(call, done.succeeded() ? from.statusCode() : 502);
        });
    }

    private void unreachable(Call call, Service service) {
        ProblemCode code = service == Service.EVENTS ? ProblemCode.EVENTS_UNAVAILABLE : ProblemCode.UNAVAILABLE;
        responses.refuse(call, Refusal.of(code, "The " + service.title() + " cannot be reached, try again later"));
    }
}
