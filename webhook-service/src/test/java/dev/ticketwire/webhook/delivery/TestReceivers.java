package dev.ticketwire.webhook.delivery;

import dev.ticketwire.webhook.send.Attempt;
import dev.ticketwire.webhook.send.Message;
import dev.ticketwire.webhook.send.Sender;
import dev.ticketwire.webhook.send.Target;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Receivers that answer as the test says, without HTTP, and remember what they accepted. */
final class TestReceivers implements Sender, AutoCloseable {
    private final ScheduledExecutorService answers = Executors.newScheduledThreadPool(2);
    private final List<Call> calls = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private volatile Behaviour behaviour = (subscription, ticket, id) -> Answer.OK;

    /** One request, in the order of the answers. */
    record Call(int subscription, String ticket, String id, int status) {}

    /** @param after milliseconds */
    record Answer(int status, int after, @Nullable Duration retryAfter) {
        static final Answer OK = new Answer(200, 0, null);
        static final Answer BROKEN = new Answer(500, 0, null);

        static Answer of(int status) {
            return new Answer(status, 0, null);
        }
    }

    interface Behaviour {
        Answer answer(int subscription, String ticket, String id);
    }

    void behave(Behaviour next) {
        behaviour = next;
    }

    @Override
    public Future<Attempt> send(Target target, Message message) {
        int subscription = Integer.parseInt(target.url().getPath().substring(1));
        String ticket = subject(new String(message.body()));
        Answer answer = behaviour.answer(subscription, ticket, message.id());
        Instant started = Instant.now();
        Promise<Attempt> promise = Promise.promise();
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        answers.schedule(
                () -> {
                    synchronized (calls) {
                        calls.add(new Call(subscription, ticket, message.id(), answer.status()));
                    }
                    open.decrementAndGet();
                    promise.complete(new Attempt(
                            started,
                            Duration.between(started, Instant.now()),
                            answer.status(),
                            null,
                            "an answer".getBytes(),
                            answer.retryAfter()));
                },
                answer.after(),
                TimeUnit.MILLISECONDS);
        return promise.future();
    }

    private static String subject(String event) {
        int start = event.indexOf("\"subject\":\"");
        return start < 0 ? "" : event.substring(start + 11, event.indexOf('"', start + 11));
    }

    List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** Ids that a subscription has accepted, in their order. */
    List<String> accepted(int subscription) {
        return calls().stream()
                .filter(call -> call.subscription() == subscription && call.status() / 100 == 2)
                .map(Call::id)
                .toList();
    }

    /** As {@link #accepted(int)}, of one ticket. */
    List<String> accepted(int subscription, String ticket) {
        return calls().stream()
                .filter(call ->
                        call.subscription() == subscription && call.ticket().equals(ticket) && call.status() / 100 == 2)
                .map(Call::id)
                .toList();
    }

    int mostOpen() {
        return mostOpen.get();
    }

    void forget() {
        synchronized (calls) {
            calls.clear();
        }
    }

    @Override
    public void close() {
        answers.shutdownNow();
    }
}
