package dev.ticketwire.webhook.send;

import dev.ticketwire.webhook.send.Attempt.Failure;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One attempt, on one event loop: look-up and check, connection to a checked address, request, answer. */
final class Exchange {
    private final Outgoing outgoing;
    private final Client client;
    private final CheckedTargets targets;
    private final Context context;
    private final Duration timeout;
    private final Instant started;
    private final long startedNanos = System.nanoTime();
    private final Promise<Attempt> attempt = Promise.promise();
    private boolean ended;
    private @Nullable HttpClientRequest request;
    private @Nullable Answer answer;

    Exchange(Outgoing outgoing, Client client, CheckedTargets targets, Context context, Duration timeout) {
        this.outgoing = outgoing;
        this.client = client;
        this.targets = targets;
        this.context = context;
        this.timeout = timeout;
        this.started = outgoing.time();
    }

    Future<Attempt> start() {
        context.runOnContext(turn -> {
            long timer = context.owner().setTimer(timeout.toMillis(), fired -> end(Failure.TIMED_OUT));
            attempt.future().onComplete(done -> context.owner().cancelTimer(timer));
            targets.allowed(outgoing.target()).ifPresentOrElse(this::lookUp, () -> end(Failure.ADDRESS_REFUSED));
        });
        return attempt.future();
    }

    private void lookUp(URI url) {
        targets.callable(url)
                .whenComplete((addresses, failure) -> context.runOnContext(turn -> {
                    if (failure != null) {
                        // Too many look-ups at once: not this receiver's fault.
                        end(Failure.INTERRUPTED);
                    } else if (addresses.isEmpty()) {
                        end(Failure.ADDRESS_REFUSED);
                    } else {
                        connect(url, addresses, 0);
                    }
                }));
    }

    /** Tries the addresses in turn until there is a connection. */
    private void connect(URI url, List<InetAddress> addresses, int index) {
        if (ended) {
            return;
        }
        client.http().request(options(url, addresses.get(index))).onComplete(connected -> {
            if (connected.succeeded()) {
                send(connected.result(), () -> connect(url, addresses, index));
            } else if (index + 1 < addresses.size()) {
                connect(url, addresses, index + 1);
            } else {
                end(Failures.ofConnecting(connected.cause()));
            }
        });
    }

    /** The connection goes to the checked address; everything else is as if it went to the host by its name. */
    private RequestOptions options(URI url, InetAddress address) {
        int port = UrlRules.port(url);
        return outgoing.options(url)
                .setHost(url.getHost())
                .setPort(port)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setConnectTimeout(millisLeft());
    }

    /** @param again for a kept connection that the receiver has closed meanwhile */
    private void send(HttpClientRequest connected, Runnable again) {
        request = connected;
        if (ended) {
            connected.reset();
            return;
        }
        boolean isFirstUse = client.isFirstUse(connected.connection());
        connected.send(Buffer.buffer(outgoing.body())).onComplete(sent -> {
            if (sent.succeeded()) {
                read(sent.result());
            } else if (!isFirstUse && Failures.isClosed(sent.cause())) {
                again.run();
            } else {
                end(Failures.ofAnswer(sent.cause()));
            }
        });
    }

    private void read(HttpClientResponse response) {
        Answer head = new Answer(response, started);
        response.exceptionHandler(cutOff -> end(null));
        if (!head.isValid()) {
            end(Failure.ANSWER_INVALID);
            return;
        }
        answer = head;
        response.handler(part -> {
            if (head.add(part)) {
                end(null);
            }
        });
        response.endHandler(complete -> {
            request = null;
            end(null);
        });
    }

    /** Of an answer whose head has arrived, the status counts, whatever becomes of its body. */
    private void end(@Nullable Failure failure) {
        if (ended) {
            return;
        }
        ended = true;
        if (request != null) {
            request.reset();
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - startedNanos);
        Answer got = answer;
        attempt.complete(
                got == null
                        ? new Attempt(started, duration, 0, failure, new byte[0], null)
                        : new Attempt(started, duration, got.status(), null, got.body(), got.retryAfter()));
    }

    private long millisLeft() {
        return Math.max(1, timeout.toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos));
    }
}
