package dev.ticketwire.mail.queue.dispatch;

import dev.ticketwire.mail.queue.store.AddressHash;
import dev.ticketwire.mail.queue.store.Claim;
import dev.ticketwire.mail.queue.store.CountRows;
import dev.ticketwire.mail.queue.store.CountRows.Count;
import dev.ticketwire.mail.queue.store.Database;
import dev.ticketwire.osticket.mail.MailAddressee;
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

/**
 * The operator's limits, over all processes. A mail counts when it is claimed, and no more if it is not sent.
 */
final class Limits {
    private static final int HOUR = 60;

    private final int perHourAndAddress;
    private final int perMinute;

    Limits(QueueSettings settings) {
        this.perHourAndAddress = settings.mostPerHourAndAddress().orElse(Integer.MAX_VALUE);
        this.perMinute = settings.mostPerMinute().orElse(Integer.MAX_VALUE);
    }

    boolean areOn() {
        return perHourAndAddress < Integer.MAX_VALUE || perMinute < Integer.MAX_VALUE;
    }

    /** Since 1970; 0 if there are no limits. */
    int minute(Instant now) {
        return areOn() ? (int) Duration.between(Instant.EPOCH, now).toMinutes() : 0;
    }

    /** Those that may be sent now. The transaction holds off others from counting until it ends. */
    List<Claim> within(Connection connection, List<Claim> wanted, Instant now) throws SQLException {
        if (!areOn() || wanted.isEmpty()) {
            return wanted;
        }
        CountRows.lock(connection);
        int minute = minute(now);
        int room = room(connection, minute);
        Set<AddressHash> addresses = new HashSet<>();
        wanted.forEach(claim -> addresses.addAll(addresses(claim)));
        Map<AddressHash, Integer> counts = perHourAndAddress == Integer.MAX_VALUE
                ? new HashMap<>()
                : CountRows.sums(connection, addresses, minute - HOUR);
        List<Claim> some = new ArrayList<>();
        for (Claim claim : wanted) {
            if (some.size() < room && hasRoom(claim, counts)) {
                some.add(claim);
            }
        }
        return some;
    }

    private int room(Connection connection, int minute) throws SQLException {
        if (perMinute == Integer.MAX_VALUE) {
            return perMinute;
        }
        Map<AddressHash, Integer> sums = CountRows.sums(connection, List.of(AddressHash.ALL), minute - 1);
        return perMinute - sums.getOrDefault(AddressHash.ALL, 0);
    }

    /** Whether no more mail at all may be sent in this minute. */
    boolean isMinuteFull(Database database, Instant now) throws SQLException {
        return perMinute < Integer.MAX_VALUE && database.transaction(connection -> room(connection, minute(now))) <= 0;
    }

    private boolean hasRoom(Claim claim, Map<AddressHash, Integer> counts) {
        Set<AddressHash> addresses = addresses(claim);
        if (addresses.stream().anyMatch(address -> counts.getOrDefault(address, 0) >= perHourAndAddress)) {
            return false;
        }
        addresses.forEach(address -> counts.merge(address, 1, Integer::sum));
        return true;
    }

    /** @param claimed of this minute */
    void count(Connection connection, Collection<Claim> claimed, Instant now) throws SQLException {
        add(
                connection,
                claimed.stream().map(claim -> new Counted(claim, minute(now))).toList(),
                1);
    }

    /** They were not sent. */
    void takeBack(Connection connection, Collection<Flight> unsent) throws SQLException {
        add(
                connection,
                unsent.stream()
                        .map(flight -> new Counted(flight.claim, flight.minute))
                        .toList(),
                -1);
    }

    private record Counted(Claim claim, int minute) {}

    private record Key(int minute, AddressHash address) {}

    private void add(Connection connection, Collection<Counted> all, int each) throws SQLException {
        if (!areOn() || all.isEmpty()) {
            return;
        }
        Map<Key, Integer> sums = new HashMap<>();
        for (Counted one : all) {
            sums.merge(new Key(one.minute, AddressHash.ALL), each, Integer::sum);
            addresses(one.claim).forEach(address -> sums.merge(new Key(one.minute, address), each, Integer::sum));
        }
        CountRows.lock(connection);
        CountRows.add(
                connection,
                sums.entrySet().stream()
                        .map(entry -> new Count(entry.getKey().minute, entry.getKey().address, entry.getValue()))
                        .toList());
    }

    /** When those that are beyond a limit are looked at again. */
    Instant next(Instant now) {
        return Instant.EPOCH.plus(Duration.ofMinutes(minute(now) + 1L));
    }

    private static Set<AddressHash> addresses(Claim claim) {
        Set<AddressHash> addresses = new HashSet<>();
        claim.mail().recipients().stream()
                .map(MailAddressee::address)
                .filter(address -> !claim.mail().done().contains(address))
                .forEach(address -> addresses.add(AddressHash.of(address)));
        return addresses;
    }
}
