package dev.ticketwire.mail.queue.dispatch;

import dev.ticketwire.mail.queue.store.Claim;
import dev.ticketwire.mail.queue.store.ClaimRows;
import dev.ticketwire.mail.queue.store.Database;
import dev.ticketwire.mail.queue.store.RetryRows;
import dev.ticketwire.mail.queue.store.TextRows;
import dev.ticketwire.mail.queue.store.TextRows.Text;
import dev.ticketwire.mail.queue.store.WaitingRows;
import dev.ticketwire.mail.queue.store.WaitingRows.Place;
import dev.ticketwire.mail.queue.store.WaitingRows.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Takes mails into this process's hands. Used by one thread. */
final class Claimer {
    /** Looked at in a round, while those in front wait for their domains. */
    private static final int MOST_PAGES = 8;
    /** In hand for one domain, for each that may be sent at a time. */
    private static final int AHEAD = 8;
    /** After the database was away, other processes get the time to renew their claims. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Database database;
    private final Board board;
    private final Limits limits;
    private final QueueSettings settings;
    private final String process;
    private final Map<Integer, Place> places = new HashMap<>();

    Claimer(Database database, Board board, Limits limits, QueueSettings settings, String process) {
        this.database = database;
        this.board = board;
        this.limits = limits;
        this.settings = settings;
        this.process = process;
    }

    /** What is to be claimed: some of a mailbox, or the one that tries its server. */
    record Wish(int mailbox, Lane lane, int most, boolean isProbe, Collection<Integer> ignored) {}

    /** @param isBeyondLimit whether some have to wait because of a limit */
    record Claimed(List<Flight> flights, boolean isBeyondLimit) {}

    /** @param lanes of mailboxes; null for one that is not known yet, or away */
    Claimed claim(Wish wish, Function<Integer, Lane> lanes) throws SQLException {
        Instant now = Instant.now();
        Instant expired = expired(now);
        View view = new View(now, expired, now.minus(settings.hold()), wish.ignored);
        return database.transaction(connection -> claim(connection, wish, view, lanes));
    }

    Instant expired(Instant now) {
        return database.hasAnsweredFor(GRACE, now) ? now : Place.START.due();
    }

    private Claimed claim(Connection connection, Wish wish, View view, Function<Integer, Lane> lanes)
            throws SQLException {
        List<Claim> heads =
                wish.isProbe ? fresh(WaitingRows.probe(connection, wish.mailbox, view)) : heads(connection, wish, view);
        if (heads.isEmpty()) {
            return new Claimed(List.of(), false);
        }
        List<Claim> wanted = wish.isProbe ? heads : withFollowers(connection, heads, view, lanes);
        List<Claim> within = limits.within(connection, wanted, view.now());
        List<Claim> taken = take(connection, inOrder(wanted, within), view);
        limits.count(connection, taken, view.now());
        boolean isBeyondLimit = within.size() < wanted.size();
        if (isBeyondLimit) {
            Set<Long> beyond = ids(heads);
            beyond.removeAll(ids(within));
            RetryRows.holdBack(connection, beyond, limits.next(view.now()), view.expired());
        }
        return new Claimed(flights(connection, taken, wish.lane, lanes, view.now()), isBeyondLimit);
    }

    private List<Claim> heads(Connection connection, Wish wish, View view) throws SQLException {
        List<Claim> heads = new ArrayList<>();
        Map<String, Integer> more = new HashMap<>();
        Place place = places.getOrDefault(wish.mailbox, Place.START);
        for (int page = 0; page < MOST_PAGES && heads.size() < wish.most; page++) {
            List<Claim> found = WaitingRows.due(connection, wish.mailbox, view, place, wish.most);
            for (Claim claim : fresh(found)) {
                if (heads.size() < wish.most && hasRoom(claim, more)) {
                    heads.add(claim);
                }
            }
            if (found.size() < wish.most) {
                place = Place.START;
                break;
            }
            place = new Place(found.getLast().due(), found.getLast().id());
        }
        // Only behind mails that wait for their domains: others are found from the start.
        places.put(wish.mailbox, heads.size() < wish.most ? place : Place.START);
        return heads;
    }

    private List<Claim> fresh(List<Claim> found) {
        return found.stream().filter(claim -> !board.isInHand(claim.id())).toList();
    }

    private boolean hasRoom(Claim claim, Map<String, Integer> more) {
        List<String> domains = Flight.domains(claim);
        int most = AHEAD * settings.connectionsPerDomain();
        boolean hasRoom =
                domains.stream().allMatch(domain -> board.inHand(domain) + more.getOrDefault(domain, 0) < most);
        if (hasRoom) {
            domains.forEach(domain -> more.merge(domain, 1, Integer::sum));
        }
        return hasRoom;
    }

    /** With the mails behind them, so that a ticket's mails need no round each. */
    private List<Claim> withFollowers(
            Connection connection, List<Claim> heads, View view, Function<Integer, Lane> lanes) throws SQLException {
        Map<Integer, List<Claim>> lines = new HashMap<>();
        List<Integer> tickets =
                heads.stream().map(head -> head.mail().ticket()).distinct().toList();
        for (Claim claim : WaitingRows.ofTickets(connection, tickets, view)) {
            lines.computeIfAbsent(claim.mail().ticket(), ticket -> new ArrayList<>())
                    .add(claim);
        }
        List<Claim> all = new ArrayList<>();
        Set<Integer> told = new HashSet<>();
        for (Claim head : heads) {
            all.add(head);
            if (told.add(head.mail().ticket())) {
                List<Claim> line = lines.getOrDefault(head.mail().ticket(), List.of());
                all.addAll(Followers.of(head, line, view, mailbox -> lanes.apply(mailbox) != null, board::isInHand));
            }
        }
        return all;
    }

    /** Without those that would overtake one of their ticket. */
    private static List<Claim> inOrder(List<Claim> wanted, Collection<Claim> some) {
        Set<Long> ids = ids(some);
        Set<Integer> stopped = new HashSet<>();
        List<Claim> rest = new ArrayList<>();
        for (Claim claim : wanted) {
            if (!ids.contains(claim.id())) {
                stopped.add(claim.mail().ticket());
            } else if (!stopped.contains(claim.mail().ticket())) {
                rest.add(claim);
            }
        }
        return rest;
    }

    private List<Claim> take(Connection connection, List<Claim> wanted, View view) throws SQLException {
        Instant until = view.now().plus(settings.claim());
        Set<Long> taken = ClaimRows.take(connection, process, until, view.expired(), ids(wanted));
        List<Claim> ours = inOrder(
                wanted,
                wanted.stream().filter(claim -> taken.contains(claim.id())).toList());
        if (ours.size() < taken.size()) {
            Set<Long> others = new HashSet<>(taken);
            others.removeAll(ids(ours));
            ClaimRows.release(connection, process, List.copyOf(others));
        }
        return ours;
    }

    private List<Flight> flights(
            Connection connection, List<Claim> taken, Lane lane, Function<Integer, Lane> lanes, Instant now)
            throws SQLException {
        Map<Long, Text> texts = TextRows.smallOnes(connection, ids(taken));
        List<Flight> flights = new ArrayList<>();
        for (Claim claim : taken) {
            Lane own = lanes.apply(claim.mail().mailbox());
            Flight flight = new Flight(claim, own == null ? lane : own, now.plus(settings.claim()), limits.minute(now));
            flight.text = texts.get(claim.id());
            flights.add(flight);
        }
        return flights;
    }

    private static Set<Long> ids(Collection<Claim> claims) {
        Set<Long> ids = new HashSet<>();
        claims.forEach(claim -> ids.add(claim.id()));
        return ids;
    }
}
