package dev.ticketwire.gateway.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.rest.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends requests: the plugin's shapes on legacy paths, problems on short ones, and one line of log and metrics each. */
@ApplicationScoped
public class Responses {
    public static final String JSON = "application/json; charset=UTF-8";
    public static final String TEXT = "text/plain; charset=UTF-8";
    public static final String HTML = "text/html; charset=UTF-8";

    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store, no-cache, must-revalidate");
    private static final CharSequence TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence PRAGMA = HttpHeaders.createOptimized("Pragma");
    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");
    private static final CharSequence LONG_AGO = HttpHeaders.createOptimized("Thu, 19 Nov 1981 08:52:00 GMT");

    /** When to try again what is unavailable now. */
    private static final CharSequence RETRY_AFTER_SECONDS = HttpHeaders.createOptimized("2");

    /** Errors in headers that describe the content: for {@link #refuseContent} wherever they are found. */
    private static final Set<String> ABOUT_CONTENT =
            Set.of(ProblemCode.UNSUPPORTED_CONTENT_ENCODING.code(), ProblemCode.IF_MATCH_NOT_SUPPORTED.code());

    private final ObjectMapper json;
    private final RequestLog record;

    Responses(ObjectMapper json, RequestLog record) {
        this.json = json;
        this.record = record;
    }

    /** Answers with {@code body}, unless the call has been answered. */
    public void send(Call call, int status, String contentType, Buffer body) {
        send(call, status, contentType, MultiMap.caseInsensitiveMultiMap(), body);
    }

    /** As above, with headers that win over the usual ones. */
    public void send(Call call, int status, String contentType, MultiMap headers, Buffer body) {
        HttpServerResponse response = start(call, status, contentType, headers);
        if (response == null) {
            return;
        }
        if (status == 304) {
            response.headers().remove(HttpHeaders.CONTENT_TYPE);
            response.end();
        } else {
            end(call, response, body);
        }
        record.ended(call, status, null);
    }

    public void text(Call call, int status, String contentType, String text) {
        send(call, status, contentType, Buffer.buffer(text));
    }

    /** Answers 204: done, and there is nothing to say. */
    public void nothing(Call call) {
        if (!call.claimAnswer()) {
            return;
        }
        HttpServerResponse response = head(call, 204, JSON);
        response.headers().remove(HttpHeaders.CONTENT_TYPE);
        response.end();
        record.ended(call, 204, null);
    }

    /** Answers 204 with the methods that the path takes. */
    public void options(Call call) {
        if (call.target().allow() != null && !call.request().response().headWritten()) {
            call.request().response().putHeader(HttpHeaders.ALLOW, call.target().allow());
        }
        nothing(call);
    }

    /**
     * Status and headers of an answer that another server gave, as they are. The caller ends the response and calls {@link #streamed}.
     *
     * @return null if the call has been answered
     */
    public @Nullable HttpServerResponse passOn(Call call, int status, MultiMap headers) {
        if (!call.claimAnswer()) {
            return null;
        }
        HttpServerResponse response = call.request().response().setStatusCode(status);
        response.headers().addAll(headers);
        return response;
    }

    /** Answers with {@code body} as JSON. */
    public void json(Call call, int status, Object body) {
        send(call, status, JSON, buffer(body));
    }

    /**
     * Status and headers, those given over the usual ones, for an answer that is streamed. The caller ends the response and calls {@link #streamed}.
     *
     * @return null if the call has been answered
     */
    public @Nullable HttpServerResponse start(Call call, int status, String contentType, MultiMap headers) {
        if (!call.claimAnswer()) {
            return null;
        }
        HttpServerResponse response = head(call, status, contentType);
        if (headers.contains(HttpHeaders.CACHE_CONTROL)) {
            response.headers().remove(PRAGMA).remove(HttpHeaders.EXPIRES);
        }
        headers.forEach((name, value) -> response.headers().set(name, value));
        return response;
    }

    public void streamed(Call call, int status) {
        record.ended(call, status, null);
    }

    /** Answers with an error in the shape that the path asks for: a problem, or the plugin's envelope. */
    public void refuse(Call call, Refusal refusal) {
        refuse(call, refusal, ABOUT_CONTENT.contains(refusal.code()));
    }

    /**
     * As {@link #refuse}, for an error in what the request asks for: its body, or the rules that its command met. A create
     * on one of the plugin's paths answers it as bare text.
     */
    public void refuseContent(Call call, Refusal refusal) {
        refuse(call, refusal, true);
    }

    private void refuse(Call call, Refusal refusal, boolean isAboutContent) {
        if (!call.claimAnswer()) {
            return;
        }
        int status = refusal.status();
        RequestTarget target = call.target();
        HttpServerResponse response;
        Buffer body;
        if (!target.legacy()) {
            response = head(call, status, Problem.CONTENT_TYPE);
            body = buffer(Problem.of(refusal).below(call.publicAddress().prefix()));
        } else if (target.operation() == null) {
            response = head(call, status, HTML);
            body = Buffer.buffer(refusal.text());
        } else if (isAboutContent && target.isLegacyCreate()) {
            response = head(call, status, TEXT);
            body = Buffer.buffer(refusal.text());
        } else {
            response = head(call, status, JSON);
            body = envelope(refusal.text());
        }
        if (status == 503) {
            response.headers().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (target.allow() != null && status == 405) {
            response.headers().set(HttpHeaders.ALLOW, target.allow());
        }
        end(call, response, body);
        record.ended(call, status, refusal.code());
    }

    /** The plugin's error. */
    private Buffer envelope(String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", true);
        body.put("message", message);
        return buffer(body);
    }

    private static void end(Call call, HttpServerResponse response, Buffer body) {
        // Also for HEAD, which gets no more of the body than its length.
        response.headers().set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (call.isHead()) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static HttpServerResponse head(Call call, int status, String contentType) {
        HttpServerResponse response = call.request().response();
        response.setStatusCode(status);
        MultiMap headers = response.headers();
        headers.set(HttpHeaders.CONTENT_TYPE, contentType);
        headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        headers.set(PRAGMA, NO_CACHE);
        headers.set(HttpHeaders.EXPIRES, LONG_AGO);
        headers.set(TYPE_OPTIONS, NO_SNIFF);
        return response;
    }

    private Buffer buffer(Object body) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
