package dev.ticketwire.webhook.send;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.util.NetUtil;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks up names beside the event loops. A name is looked up once at a time, and its answer is used for two seconds, so
 * names whose servers do not answer take one thread each.
 */
@Singleton
final class HostLookup {
    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final int MOST_NAMES = 10_000;
    private static final int MOST_THREADS = 256;
    private static final int IDLE_SECONDS = 10;

    private final HostResolver resolver;
    private final ExecutorService threads;
    private final AsyncCache<String, List<InetAddress>> answers;

    @Inject
    HostLookup(HostResolver resolver) {
        this(resolver, KEPT);
    }

    /** @param kept how long an answer is used */
    HostLookup(HostResolver resolver, Duration kept) {
        this.resolver = resolver;
        // Not virtual: the JDK's look-up is native code and would hold their carriers.
        this.threads = new ThreadPoolExecutor(
                0,
                MOST_THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("webhook-lookup-", 0).factory());
        this.answers = Caffeine.newBuilder()
                .expireAfterWrite(kept)
                .maximumSize(MOST_NAMES)
                .executor(threads)
                .buildAsync();
    }

    /**
     * All addresses of a host; empty if there is none. Fails with {@link RejectedExecutionException} while too many are
     * looked up.
     *
     * @param host a name, IPv4 address, or IPv6 address in brackets
     */
    CompletableFuture<List<InetAddress>> addresses(String host) {
        byte[] literal = NetUtil.createByteArrayFromIpAddressString(host);
        if (literal != null) {
            return CompletableFuture.completedFuture(List.of(address(literal)));
        }
        try {
            return answers.get(host, (name, executor) -> CompletableFuture.supplyAsync(() -> resolved(name), threads));
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private List<InetAddress> resolved(String name) {
        try {
            return List.copyOf(resolver.resolve(name));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private static InetAddress address(byte[] literal) {
        try {
            return InetAddress.getByAddress(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
