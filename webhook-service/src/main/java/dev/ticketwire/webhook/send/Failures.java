package dev.ticketwire.webhook.send;

import dev.ticketwire.webhook.send.Attempt.Failure;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What an exception means for an attempt. */
final class Failures {
    private Failures() {}

    static Failure ofConnecting(Throwable cause) {
        if (isTimeout(cause)) {
            return Failure.TIMED_OUT;
        }
        return cause instanceof SSLException ? Failure.TLS_FAILED : Failure.CONNECTION_FAILED;
    }

    /** After the request was sent: what is neither the connection nor the time is the answer. */
    static Failure ofAnswer(Throwable cause) {
        if (isTimeout(cause)) {
            return Failure.TIMED_OUT;
        }
        if (cause instanceof SSLException) {
            return Failure.TLS_FAILED;
        }
        return isClosed(cause) ? Failure.CONNECTION_FAILED : Failure.ANSWER_INVALID;
    }

    /** The connection ended without an answer. */
    static boolean isClosed(Throwable cause) {
        return cause instanceof HttpClosedException || cause instanceof IOException;
    }

    private static boolean isTimeout(Throwable cause) {
        return cause instanceof TimeoutException
                || cause instanceof ConnectTimeoutException
                || cause instanceof SslHandshakeTimeoutException
                || cause.getCause() instanceof SslHandshakeTimeoutException;
    }
}
