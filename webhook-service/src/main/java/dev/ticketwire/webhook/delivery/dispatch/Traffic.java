package dev.ticketwire.webhook.delivery.dispatch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;

/**
 * Shares the requests in flight among receivers: each gets one in turn. Those that fail or are slow have places of
 * their own, which bounds what they take from the others. For the dispatcher's thread, but for {@link #inFlight}.
 */
final class Traffic {
    private final Line well;
    private final Line doubtful;
    private volatile int inFlight;

    /** Receivers that may have something to send, and how much is in flight to such. */
    private static final class Line {
        private final int most;
        private final Deque<Receiver> receivers = new ArrayDeque<>();
        private int inFlight;

        Line(int most) {
            this.most = most;
        }
    }

    Traffic(DispatchSettings settings) {
        this.well = new Line(settings.inFlightWell());
        this.doubtful = new Line(settings.inFlightFailing());
    }

    /** It may have something to send. */
    void enqueue(Receiver receiver) {
        if (receiver.enqueue()) {
            line(receiver.pace().isDoubtful()).receivers.add(receiver);
        }
    }

    private Line line(boolean isDoubtful) {
        return isDoubtful ? doubtful : well;
    }

    /** Starts what there is room for. */
    void run(Instant now, BiConsumer<Receiver, Lane> start) {
        run(well, now, start);
        run(doubtful, now, start);
    }

    private void run(Line line, Instant now, BiConsumer<Receiver, Lane> start) {
        while (line.inFlight < line.most) {
            Receiver receiver = line.receivers.poll();
            if (receiver == null) {
                return;
            }
            receiver.dequeued();
            Lane lane = receiver.next(now);
            if (lane != null) {
                start.accept(receiver, lane);
                enqueue(receiver);
            }
        }
    }

    void started(Flight flight) {
        line(flight.isDoubtful()).inFlight++;
        inFlight = well.inFlight + doubtful.inFlight;
    }

    void landed(Flight flight) {
        line(flight.isDoubtful()).inFlight--;
        inFlight = well.inFlight + doubtful.inFlight;
    }

    /** Requests in flight. For any thread. */
    int inFlight() {
        return inFlight;
    }
}
