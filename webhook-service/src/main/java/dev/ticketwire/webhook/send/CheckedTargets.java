package dev.ticketwire.webhook.send;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The rules for targets, for subscribing and for sending. */
@Singleton
final class CheckedTargets implements TargetRules {
    private static final int LOOKUP_SECONDS = 5;
    /** Of subscribers at once, so that they leave threads for deliveries. */
    private static final int MOST_ASKED = 16;

    private final Semaphore asked = new Semaphore(MOST_ASKED);
    private final UrlRules urls;
    private final AddressRules rules;
    private final HostLookup lookup;

    CheckedTargets(SendSettings settings, HostLookup lookup) {
        this.urls = new UrlRules(settings);
        this.rules = new AddressRules(settings);
        this.lookup = lookup;
    }

    @Override
    public URI checkedUrl(String url) {
        URI checked = urls.check(url);
        if (lookedUp(checked).isEmpty()) {
            throw Refused.of(ProblemCode.INVALID_VALUE, "url has a host that is unknown or may not be called", "url");
        }
        return checked;
    }

    private List<InetAddress> lookedUp(URI url) {
        if (!asked.tryAcquire()) {
            throw busy();
        }
        try {
            // Not at the time limit: until then the look-up has its thread.
            return callable(url)
                    .whenComplete((found, failure) -> asked.release())
                    .get(LOOKUP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            throw busy();
        } catch (TimeoutException e) {
            return List.of();
        }
    }

    private static Refused busy() {
        return Refused.unavailable("Too many names are being looked up, try again later");
    }

    @Override
    public Map<String, String> checkedHeaders(Map<String, String> headers) {
        return HeaderRules.check(headers);
    }

    /** The URL, checked again by its form, as the headers are; empty if the target may no longer be called. */
    Optional<URI> allowed(Target target) {
        try {
            HeaderRules.check(target.headers());
            return Optional.of(urls.check(target.url().toString()));
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    /**
     * The addresses behind a checked URL.
     *
     * @return empty if there are none, or one may not be called; fails when too many names are being looked up
     */
    CompletableFuture<List<InetAddress>> callable(URI url) {
        String host = url.getHost();
        return lookup.addresses(host)
                .thenApply(addresses -> rules.allow(host, addresses) ? addresses : List.<InetAddress>of());
    }
}
