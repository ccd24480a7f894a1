package dev.ticketwire.mail.queue.dispatch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What this process has in hand: which mails go next, in order of tickets, within the bounds of servers and domains.
 * Thread-safe; never blocks.
 */
final class Board {
    private final QueueSettings settings;
    private final BackOffs backOffs;
    private final Map<String, Lane> lanes = new TreeMap<>();
    private final Map<Long, Flight> flights = new HashMap<>();
    /** The first of each is in its lane. */
    private final Map<Integer, Deque<Flight>> tickets = new HashMap<>();
    /** Mails that are being sent, by domain. */
    private final Map<String, Integer> running = new HashMap<>();
    /** Mails in hand, by domain. */
    private final Map<String, Integer> inHand = new HashMap<>();

    Board(QueueSettings settings, BackOffs backOffs) {
        this.settings = settings;
        this.backOffs = backOffs;
    }

    synchronized Lane lane(String server) {
        return lanes.computeIfAbsent(server, name -> new Lane(name, backOffs));
    }

    synchronized boolean isAway(Lane lane) {
        return lane.isAway();
    }

    synchronized boolean isProbeDue(Lane lane, Instant now) {
        return lane.isProbeDue(now);
    }

    synchronized int held(Lane lane) {
        return lane.held;
    }

    synchronized boolean isInHand(long mail) {
        return flights.containsKey(mail);
    }

    synchronized int inHand(String domain) {
        return inHand.getOrDefault(domain, 0);
    }

    synchronized int running() {
        return lanes.values().stream().mapToInt(lane -> lane.running).sum();
    }

    synchronized List<Flight> all() {
        return new ArrayList<>(flights.values());
    }

    /** Names of the servers that cannot be used. */
    synchronized List<String> away() {
        return lanes.values().stream()
                .filter(Lane::isAway)
                .map(lane -> lane.server)
                .toList();
    }

    /** Takes the mail that tries a server which is away. */
    synchronized void addProbe(Flight flight) {
        flight.lane.probe = flight;
        add(List.of(flight));
    }

    /** Takes claimed mails; those of one ticket in their order. */
    synchronized void add(Collection<Flight> claimed) {
        for (Flight flight : claimed) {
            flights.put(flight.id(), flight);
            flight.lane.held++;
            flight.domains.forEach(domain -> inHand.merge(domain, 1, Integer::sum));
            Deque<Flight> line = tickets.computeIfAbsent(flight.ticket(), ticket -> new ArrayDeque<>());
            line.add(flight);
            if (line.peekFirst() == flight) {
                flight.lane.add(flight);
            }
        }
    }

    /** Which of this lane's mails are to be sent now. Each must be {@link #landed}. */
    synchronized List<Flight> start(Lane lane) {
        List<Flight> started = new ArrayList<>();
        Predicate<Flight> hasRoom = flight -> flight.domains.stream()
                .allMatch(domain -> running.getOrDefault(domain, 0) < settings.connectionsPerDomain());
        @Nullable Flight next = null;
        while (lane.running < settings.connections() && (next = lane.next(hasRoom)) != null) {
            lane.running++;
            next.isStarted = true;
            next.domains.forEach(domain -> running.merge(domain, 1, Integer::sum));
            started.add(next);
        }
        return started;
    }

    synchronized List<Lane> lanes() {
        return new ArrayList<>(lanes.values());
    }

    /** It has ended; the next of its ticket may go. */
    synchronized void landed(Flight flight) {
        flight.lane.running--;
        flight.domains.forEach(domain -> running.computeIfPresent(domain, (same, n) -> n > 1 ? n - 1 : null));
        Deque<Flight> line = tickets.get(flight.ticket());
        if (line != null && line.remove(flight)) {
            @Nullable Flight next = line.peekFirst();
            if (next == null) {
                tickets.remove(flight.ticket());
            } else if (!next.isStarted) {
                next.lane.add(next);
            }
        }
    }

    /** It has ended and waits again. @return the other mails of its ticket that have not begun; they are given back */
    synchronized List<Flight> heldUp(Flight flight) {
        Deque<Flight> line = tickets.remove(flight.ticket());
        List<Flight> rest = new ArrayList<>();
        if (line != null) {
            line.stream().filter(other -> !other.isStarted).forEach(rest::add);
        }
        rest.forEach(other -> other.lane.remove(other));
        landed(flight);
        return rest;
    }

    /** @return the mails of this lane that have not begun, and those behind them; they are given back */
    synchronized List<Flight> empty(Lane lane) {
        List<Flight> back = new ArrayList<>();
        for (Flight first : lane.clear()) {
            Deque<Flight> line = tickets.remove(first.ticket());
            if (line != null) {
                back.addAll(line);
            }
        }
        return back;
    }

    synchronized boolean away(Flight flight, Instant now) {
        return flight.lane.away(flight.id(), now);
    }

    synchronized boolean works(Lane lane) {
        return lane.works();
    }

    synchronized Collection<Long> suspects(Lane lane) {
        return lane.suspects();
    }

    /** Their rows are written. */
    synchronized void forget(Collection<Flight> written) {
        for (Flight flight : written) {
            if (flights.remove(flight.id(), flight)) {
                flight.lane.held--;
                flight.lane.probe = flight.lane.probe == flight ? null : flight.lane.probe;
                flight.domains.forEach(domain -> inHand.computeIfPresent(domain, (same, n) -> n > 1 ? n - 1 : null));
            }
        }
    }
}
