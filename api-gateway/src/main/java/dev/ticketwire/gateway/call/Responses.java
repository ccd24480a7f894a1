package dev.ticketwire.gateway.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends responses and records the request. Errors take the plugin's shape on legacy paths, else they are problems. */
@ApplicationScoped
public class Responses {
    private static final Logger LOG = Logger.getLogger(Responses.class);

    public static final String JSON = "application/json; charset=UTF-8";
    public static final String TEXT = "text/plain; charset=UTF-8";
    public static final String HTML = "text/html; charset=UTF-8";

    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store, no-cache, must-revalidate");
    private static final CharSequence TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence PRAGMA = HttpHeaders.createOptimized("Pragma");
    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");
    private static final CharSequence LONG_AGO = HttpHeaders.createOptimized("Thu, 19 Nov 1981 08:52:00 GMT");

    /** {@code Retry-After} of a 503, in seconds. */
    private static final CharSequence RETRY_AFTER_SECONDS = HttpHeaders.createOptimized("2");

    /** Codes of errors in headers that describe the content: always answered as by {@link #refuseContent}. */
    private static final Set<String> ABOUT_CONTENT =
            Set.of(ProblemCode.UNSUPPORTED_CONTENT_ENCODING.code(), ProblemCode.IF_MATCH_NOT_SUPPORTED.code());

    private final ObjectMapper json;
    private final RequestLog log;

    Responses(ObjectMapper json, RequestLog log) {
        this.json = json;
        this.log = log;
    }

    /** Responds with {@code body}, unless the call has a response already. */
    public void send(Call call, int status, String contentType, Buffer body) {
        send(call, status, contentType, MultiMap.caseInsensitiveMultiMap(), body);
    }

    /** As {@link #send(Call, int, String, Buffer)}, with headers that override the default ones. */
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
        log.ended(call, status, null);
    }

    public void text(Call call, int status, String contentType, String text) {
        send(call, status, contentType, Buffer.buffer(text));
    }

    /** Responds 204. */
    public void noContent(Call call) {
        if (!call.claimResponse()) {
            return;
        }
        HttpServerResponse response = head(call, 204, JSON);
        response.headers().remove(HttpHeaders.CONTENT_TYPE);
        response.end();
        log.ended(call, 204, null);
    }

    /** Responds 204 with the methods that the path takes. */
    public void options(Call call) {
        if (call.target().allow() != null && !call.request().response().headWritten()) {
            call.request().response().putHeader(HttpHeaders.ALLOW, call.target().allow());
        }
        noContent(call);
    }

    /**
     * Starts a response with exactly the status and headers of another server's. The caller ends it and calls
     * {@link #streamed}.
     *
     * @return null if the call has a response already
     */
    public @Nullable HttpServerResponse startForwarded(Call call, int status, MultiMap headers) {
        if (!call.claimResponse()) {
            return null;
        }
        HttpServerResponse response = call.request().response().setStatusCode(status);
        response.headers().addAll(headers);
        return response;
    }

    /** Responds with {@code body} as JSON. */
    public void json(Call call, int status, Object body) {
        send(call, status, JSON, buffer(body));
    }

    /**
     * Starts a response that the caller streams and ends; it then calls {@link #streamed}. {@code headers} override the
     * default ones.
     *
     * @return null if the call has a response already
     */
    public @Nullable HttpServerResponse start(Call call, int status, String contentType, MultiMap headers) {
        if (!call.claimResponse()) {
            return null;
        }
        HttpServerResponse response = head(call, status, contentType);
        if (headers.contains(HttpHeaders.CACHE_CONTROL)) {
            response.headers().remove(PRAGMA).remove(HttpHeaders.EXPIRES);
        }
        headers.forEach((name, value) -> response.headers().set(name, value));
        return response;
    }

    /** Records a call whose response was streamed. */
    public void streamed(Call call, int status) {
        log.ended(call, status, null);
    }

    /** Responds with an error in the shape that belongs to the path: a problem, or the plugin's JSON. */
    public void refuse(Call call, Refusal refusal) {
        refuse(call, refusal, Map.of());
    }

    /** As {@link #refuse(Call, Refusal)}; a problem gets the further members. */
    public void refuse(Call call, Refusal refusal, Map<String, String> members) {
        refuse(call, refusal, members, ABOUT_CONTENT.contains(refusal.code()));
    }

    /**
     * As {@link #refuse}, for an error in the content of a request, or one by which its command was rejected. A create
     * on one of the plugin's paths responds with plain text then.
     */
    public void refuseContent(Call call, Refusal refusal) {
        refuse(call, refusal, Map.of(), true);
    }

    private void refuse(Call call, Refusal refusal, Map<String, String> members, boolean isAboutContent) {
        if (!call.claimResponse()) {
            return;
        }
        RequestTarget target = call.target();
        boolean isPlainText = isAboutContent && target.isLegacyCreate();
        int status = refusal.status();
        HttpServerResponse response = head(call, status, errorType(target, isPlainText));
        if (status == 503) {
            response.headers().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (target.allow() != null && status == 405) {
            response.headers().set(HttpHeaders.ALLOW, target.allow());
        }
        end(call, response, errorBody(call, refusal, members, isPlainText));
        log.ended(call, status, refusal.code());
    }

    private static String errorType(RequestTarget target, boolean isPlainText) {
        if (!target.legacy()) {
            return Problem.CONTENT_TYPE;
        }
        return target.operation() == null ? HTML : isPlainText ? TEXT : JSON;
    }

    private Buffer errorBody(Call call, Refusal refusal, Map<String, String> members, boolean isPlainText) {
        RequestTarget target = call.target();
        if (!target.legacy()) {
            ObjectNode problem = json.valueToTree(
                    Problem.of(refusal).below(call.publicAddress().prefix()));
            members.forEach(problem::put);
            return buffer(problem);
        }
        return target.operation() == null || isPlainText ? Buffer.buffer(refusal.text()) : envelope(refusal.text());
    }

    /** Responds with the error that {@code failure} is: a refusal, else an internal error, which is logged. */
    public void fail(Call call, Throwable failure) {
        if (failure instanceof Refused refused) {
            refuse(call, refused.refusal());
        } else {
            LOG.error("a request failed", failure);
            refuse(call, Refusal.internalError());
        }
    }

    /** The plugin's JSON error. */
    private Buffer envelope(String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", true);
        body.put("message", message);
        return buffer(body);
    }

    private static void end(Call call, HttpServerResponse response, Buffer body) {
        // Also for HEAD: the length that a GET would have.
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
