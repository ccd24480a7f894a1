package dev.ticketwire.gateway.proxy;

import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.call.Call;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.util.Set;
import org.jboss.logging.Logger;

/** One request that is forwarded to PHP, and its response. Confined to the call's event loop. */
final class PhpExchange {
    private static final Logger LOG = Logger.getLogger(PhpExchange.class);
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final PhpProxy proxy;
    private final Call call;
    private final HttpServerRequest from;
    private final HttpClientRequest to;
    private final long start = System.nanoTime();
    private long timer;
    private long sentBytes;
    private boolean isPaused;
    private long pausedSince;
    /** Total time of earlier pauses, in which PHP did not accept more of the body. */
    private long pausedNanos;

    private boolean isBodySent;
    private boolean hasResponseHead;

    PhpExchange(PhpProxy proxy, Call call, HttpClientRequest to) {
        this.proxy = proxy;
        this.call = call;
        this.from = call.request();
        this.to = to;
        this.timer = proxy.vertx()
                .setTimer(Math.max(1, proxy.pace().leftMillis(0, start)), ignored -> checkMinimumBodyRate());
    }

    void begin() {
        to.response().onSuccess(this::respond).onFailure(failure -> {
            LOG.debugf("osTicket's PHP did not answer: %s", failure.getMessage());
            fail(PhpProxy.unreachable());
        });
        to.exceptionHandler(failure -> LOG.debugf("a request to osTicket's PHP ended: %s", failure.getMessage()));
        call.onEnd(this::callEnded);
        declareBody();
        from.handler(this::forward);
        from.exceptionHandler(failure -> to.reset());
        from.endHandler(ignored -> bodySent());
        from.resume();
    }

    private void callEnded() {
        proxy.vertx().cancelTimer(timer);
        if (!isBodySent) {
            from.handler(null);
            from.endHandler(null);
        }
        if (!hasResponseHead || !isBodySent) {
            to.reset();
        }
    }

    private void declareBody() {
        long length = PhpProxy.declaredLength(from);
        boolean isChunked = length < 0
                && (from.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                        || from.version() == HttpVersion.HTTP_2 && !from.isEnded());
        if (length >= 0 || WITH_BODY.contains(from.method()) && !isChunked) {
            to.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(Math.max(0, length)));
        } else if (isChunked) {
            to.setChunked(true);
        }
    }

    private void forward(Buffer chunk) {
        sentBytes += chunk.length();
        if (sentBytes > proxy.settings().largest().asLongValue()) {
            fail(PhpProxy.tooLarge());
            return;
        }
        to.write(chunk);
        if (to.writeQueueFull() && !isPaused) {
            pauseUntilDrained();
        }
    }

    private void pauseUntilDrained() {
        isPaused = true;
        pausedSince = System.nanoTime();
        from.pause();
        to.drainHandler(ignored -> {
            isPaused = false;
            pausedNanos += System.nanoTime() - pausedSince;
            from.resume();
        });
    }

    /** Gives up if the body arrives too slowly or PHP does not accept it; otherwise checks again later. */
    private void checkMinimumBodyRate() {
        long left = isPaused
                ? proxy.settings()
                        .timeout()
                        .minusNanos(System.nanoTime() - pausedSince)
                        .toMillis()
                : proxy.pace().leftMillis(sentBytes, start + pausedNanos);
        if (left > 0) {
            timer = proxy.vertx().setTimer(left, ignored -> checkMinimumBodyRate());
        } else {
            fail(isPaused ? PhpProxy.timedOut() : proxy.pace().tooSlow(call));
        }
    }

    /** From now on the timeout is PHP's. */
    private void bodySent() {
        isBodySent = true;
        to.end();
        if (!hasResponseHead) {
            proxy.vertx().cancelTimer(timer);
            timer = proxy.vertx().setTimer(proxy.settings().timeout().toMillis(), ignored -> fail(PhpProxy.timedOut()));
        }
    }

    /** Ends both sides. A response that has begun is cut off. */
    private void fail(Refusal refusal) {
        proxy.vertx().cancelTimer(timer);
        from.handler(null);
        from.endHandler(null);
        from.resume();
        proxy.responses().refuse(call, refusal);
        to.reset();
    }

    private void respond(HttpClientResponse answer) {
        hasResponseHead = true;
        proxy.vertx().cancelTimer(timer);
        URI php = proxy.url();
        MultiMap headers = PhpHeaders.answer(call, answer.headers(), php.toString(), php.getRawPath());
        HttpServerResponse response = proxy.responses().startForwarded(call, answer.statusCode(), headers);
        if (response == null) {
            to.reset();
        } else if (call.isHead() || answer.statusCode() == 204 || answer.statusCode() == 304) {
            response.end();
            proxy.responses().streamed(call, answer.statusCode());
        } else {
            response.setChunked(!headers.contains(HttpHeaders.CONTENT_LENGTH));
            stream(answer, response);
        }
    }

    private void stream(HttpClientResponse answer, HttpServerResponse response) {
        proxy.pipe().pipe(answer, response).onComplete(done -> {
            if (done.failed()) {
                // Cut off, so that the caller does not take the part for the whole.
                to.reset();
                from.connection().close();
            }
            proxy.responses().streamed(call, done.succeeded() ? answer.statusCode() : 502);
        });
    }
}
