package dev.ticketwire.osticket.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Transactions by MariaDB's global ids, as in {@code @@gtid_binlog_pos}, {@code @@gtid_slave_pos} and others. */
record Gtids(List<Gtid> last) {
    /** @param server on which the transaction ran */
    record Gtid(long domain, long server, long sequence) {
        static Gtid parse(String text) {
            String[] parts = text.strip().split("-", 3);
            return new Gtid(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }
    }

    /** @param text {@code domain-server-sequence}, several separated by commas, or empty */
    static Gtids parse(String text) {
        return new Gtids(Stream.of(text.split(",", -1))
                .filter(gtid -> !gtid.isBlank())
                .map(Gtid::parse)
                .toList());
    }

    /**
     * Whether a replica at {@code replica} certainly has all transactions of this position of its primary: it is at the
     * same place, in each domain of the position.
     */
    boolean areThoseOf(Gtids replica) {
        return replica.last.containsAll(last);
    }

    /**
     * Whether a replica at {@code replica} has all transactions of this position, and no others than the primary's. A
     * sequence number alone does not say so: after a failover, two servers may have used the same ones.
     *
     * @param known {@code @@gtid_binlog_state} of the primary, read after the replica's position: the last transaction
     *     of each server in each domain
     */
    boolean areContainedIn(Gtids replica, Gtids known) {
        return last.stream()
                .allMatch(wanted -> replica.in(wanted.domain)
                        .filter(there -> there.sequence >= wanted.sequence && known.include(there))
                        .isPresent());
    }

    private Optional<Gtid> in(long domain) {
        return last.stream().filter(gtid -> gtid.domain == domain).findFirst();
    }

    private boolean include(Gtid other) {
        return last.stream()
                .anyMatch(gtid ->
                        gtid.domain == other.domain && gtid.server == other.server && gtid.sequence >= other.sequence);
    }
}
