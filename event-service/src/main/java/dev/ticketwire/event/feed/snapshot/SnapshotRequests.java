package dev.ticketwire.event.feed.snapshot;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.event.feed.store.RequestPublisher;
import dev.ticketwire.event.feed.store.SnapshotRequest;
import dev.ticketwire.event.feed.store.SnapshotState;
import dev.ticketwire.event.feed.store.StateTopic;
import dev.ticketwire.event.feed.store.UnreadableStateException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Hands requests to the replica that captures, through the topic of states; any replica takes them. */
@ApplicationScoped
class SnapshotRequests {
    /** How long an answer waits for the leader. Without one the request is kept in the topic. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final StateTopic states;
    private final RequestPublisher publisher;

    SnapshotRequests(StateTopic states, RequestPublisher publisher) {
        this.states = states;
        this.publisher = publisher;
    }

    /** @throws Refused 409 if one is running, 503 while Kafka does not answer */
    SnapshotView start(SnapshotRequest request) {
        if (last().filter(SnapshotState::isRunning).isPresent()) {
            throw running();
        }
        SnapshotState handled = hand(request);
        if (handled == null) {
            return SnapshotView.requested(request);
        }
        if (!handled.request().id().equals(request.id())) {
            throw running();
        }
        return SnapshotView.of(handled);
    }

    /** @throws Refused 404 if none is running */
    SnapshotView cancel() {
        SnapshotState last =
                last().filter(SnapshotState::isRunning).orElseThrow(() -> missing("No snapshot is running"));
        SnapshotState handled = hand(new SnapshotRequest(UUID.randomUUID().toString(), true, Map.of(), 1));
        return SnapshotView.of(handled == null ? last : handled);
    }

    /** @throws Refused 404 if there was none */
    SnapshotView progress() {
        return last().map(SnapshotView::of).orElseThrow(() -> missing("There was no snapshot"));
    }

    private Optional<SnapshotState> last() {
        try {
            return states.current(PATIENCE).snapshot();
        } catch (UnreadableStateException e) {
            return Optional.empty();
        } catch (TimeoutException e) {
            throw Refused.unavailable("Kafka cannot be reached, try again later");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("The service stops");
        }
    }

    /** @return the state once the leader has seen the request; null if it has not yet */
    private @Nullable SnapshotState hand(SnapshotRequest request) {
        try {
            publisher.publish(request);
        } catch (KafkaException e) {
            throw Refused.unavailable("Kafka cannot be reached; the request may be stored all the same");
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<SnapshotState> seen = Optional.empty();
        while (seen.isEmpty() && System.nanoTime() < end) {
            pause();
            seen = last().filter(state -> state.handled().equals(request.id()));
        }
        return seen.orElse(null);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("The service stops");
        }
    }

    private static Refused running() {
        return Refused.of(ProblemCode.SNAPSHOT_RUNNING, "A snapshot is running: wait for its end, or cancel it");
    }

    private static Refused missing(String text) {
        return Refused.of(ProblemCode.SNAPSHOT_NOT_FOUND, text);
    }
}
