package dev.ticketwire.gateway.proxy;

import dev.ticketwire.gateway.body.BodyReader;
import dev.ticketwire.gateway.body.ContentCoding;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Responses;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Forwards requests about webhooks, reads and writes, to the service that keeps them. */
@ApplicationScoped
public class WebhookProxy {
    private static final String LOCATION = "Location";
    private static final List<String> REQUEST_HEADERS =
            List.of("Content-Type", "If-Match", "If-None-Match", "Idempotency-Key");

    private final WebhookClient service;
    private final BodyReader bodies;
    private final Responses responses;
    private final ServiceProblems problems;

    WebhookProxy(WebhookClient service, BodyReader bodies, Responses responses, ServiceProblems problems) {
        this.service = service;
        this.bodies = bodies;
        this.responses = responses;
        this.problems = problems;
    }

    /** Forwards an authorized call. Must be called in the turn of the event loop in which the request came in. */
    public void answer(Call call) {
        if (call.request().method() == HttpMethod.GET || call.isHead()) {
            forward(call, HttpMethod.GET, Buffer.buffer(), () -> {});
            return;
        }
        ContentCoding.check(call.request().headers().getAll(HttpHeaders.CONTENT_ENCODING));
        bodies.read(call, WebhookClient.LARGEST_BODY, body -> {
            Buffer bytes = body.bytes();
            forward(call, call.request().method(), bytes, body::release);
        });
    }

    /** @param done runs once the service has answered, or has not in time */
    private void forward(Call call, HttpMethod method, Buffer body, Runnable done) {
        call.hold();
        service.send(method, uri(call), headers(call), body, ReadServices.identity(call.key()))
                .onComplete(result -> {
                    done.run();
                    call.release();
                    if (result.succeeded()) {
                        respond(call, result.result());
                    } else {
                        responses.refuse(call, WebhookClient.away());
                    }
                });
    }

    private static String uri(Call call) {
        String query = call.request().query();
        String path = "/" + call.target().argument();
        return query == null || query.isEmpty() ? path : path + "?" + query;
    }

    private static MultiMap headers(Call call) {
        MultiMap sent = call.request().headers();
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        headers.set(HttpHeaders.ACCEPT, String.join(",", sent.getAll(HttpHeaders.ACCEPT)));
        for (String name : REQUEST_HEADERS) {
            String value = sent.get(name);
            if (value != null) {
                headers.set(name, value);
            }
        }
        if (call.traceparent() != null) {
            headers.set("traceparent", call.traceparent());
        }
        return headers;
    }

    private void respond(Call call, HttpClientResponse from) {
        if (from.statusCode() < 400 && from.getHeader(HttpHeaders.CONTENT_LENGTH) == null && from.statusCode() == 200) {
            stream(call, from);
            return;
        }
        service.body(from)
                .onSuccess(body -> {
                    if (from.statusCode() >= 400) {
                        problems.answer(call, from.statusCode(), body);
                    } else {
                        succeed(call, from, body);
                    }
                })
                .onFailure(failure -> responses.refuse(call, WebhookClient.away()));
    }

    private void succeed(Call call, HttpClientResponse from, Buffer body) {
        String made = from.getHeader(LOCATION);
        if (made != null) {
            call.setArgument(made.substring(1));
        }
        if (from.statusCode() == 204) {
            responses.noContent(call);
        } else {
            responses.send(call, from.statusCode(), type(from), responseHeaders(call, from, made), body);
        }
    }

    private static MultiMap responseHeaders(Call call, HttpClientResponse from, @Nullable String made) {
        MultiMap headers = ForwardedHeaders.response(call, from);
        if (made != null) {
            headers.set(LOCATION, call.publicAddress().absolute(made));
        }
        return headers;
    }

    private static String type(HttpClientResponse from) {
        return Objects.requireNonNullElse(from.getHeader(HttpHeaders.CONTENT_TYPE), Responses.JSON);
    }

    /** An export: as long as the log, at the client's pace. */
    private void stream(Call call, HttpClientResponse from) {
        HttpServerResponse to = responses.start(call, 200, type(from), ForwardedHeaders.response(call, from));
        if (to == null || call.isHead()) {
            from.exceptionHandler(ignored -> {});
            from.request().reset();
        }
        if (to != null && call.isHead()) {
            to.end();
            responses.streamed(call, 200);
        } else if (to != null) {
            to.setChunked(true);
            service.pipe(from, to).onComplete(done -> {
                if (done.failed()) {
                    // Cut off, so that the caller does not take the part for the whole.
                    from.request().reset();
                    call.request().connection().close();
                }
                responses.streamed(call, done.succeeded() ? 200 : 502);
            });
        }
    }
}
