package dev.ticketwire.webhook.send;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Instant;

/**
 * What one attempt sends.
 *
 * @param time of the attempt: part of the signature
 */
record Outgoing(Target target, Message message, Instant time, String userAgent) {
    byte[] body() {
        return message.body();
    }

    /** @param url the checked one */
    RequestOptions options(URI url) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl("https".equals(url.getScheme()))
                .setURI(pathAndQuery(url))
                .setFollowRedirects(false)
                .setHeaders(headers());
    }

    private static String pathAndQuery(URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap()
                .addAll(target.headers())
                .set("Content-Type", "application/json")
                .set("User-Agent", userAgent)
                .set("webhook-id", message.id())
                .set("webhook-timestamp", Long.toString(time.getEpochSecond()))
                .set("webhook-signature", Signature.of(message, time, target.secrets()));
    }
}
