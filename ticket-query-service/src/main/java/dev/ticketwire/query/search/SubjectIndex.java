package dev.ticketwire.query.search;

import dev.ticketwire.binlog.Binlog;
import dev.ticketwire.binlog.BinlogFollower;
import dev.ticketwire.binlog.Projection;
import dev.ticketwire.binlog.RowChange;
import dev.ticketwire.osticket.schema.TablePrefix;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which tickets may have a part of a text in their subject, kept as subjects change: no index of MariaDB answers that. May
 * take half of the service's heap; a help desk that needs more is searched by its table.
 */
@ApplicationScoped
class SubjectIndex implements Projection {
    private static final String SUBJECTS =
            TablePrefix.named("SELECT ticket_id, subject FROM {ticket__cdata} WHERE subject IS NOT NULL");
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 2;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile @Nullable BinlogFollower follower;
    private volatile @Nullable Subjects subjects;
    private boolean isTooBig;

    private record Subjects(CharacterClasses characters, Trigrams trigrams) {}

    void start(@Observes StartupEvent event, Binlog binlog) {
        follower = binlog.follow(this);
    }

    /**
     * The ids of all tickets whose subject may hold {@code part}.
     *
     * @return null if that is not known at present
     */
    @Nullable
    RoaringBitmap candidates(String part) {
        return isCurrent(part) ? read(all -> all.trigrams.holding(all.characters.of(part))) : null;
    }

    /** Whether it can answer for {@code part} at present. */
    boolean isCurrent(String part) {
        BinlogFollower kept = follower;
        return !part.isEmpty() && kept != null && kept.isCurrent();
    }

    /**
     * The newest tickets whose subject may hold {@code part}, as of the last {@link #isCurrent} or later; fewer than {@code
     * most} if there are no more.
     *
     * @return null if they are no longer known
     */
    @Nullable
    RoaringBitmap newest(String part, int most, Ages ages) {
        return read(all -> ages.newest(all.trigrams.sets(all.characters.of(part)), most));
    }

    private @Nullable RoaringBitmap read(Function<Subjects, RoaringBitmap> query) {
        Subjects all = subjects;
        lock.readLock().lock();
        try {
            return all == null ? null : query.apply(all);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public String table() {
        return "ticket__cdata";
    }

    @Override
    public List<String> columns() {
        return List.of("ticket_id", "subject");
    }

    @Override
    public void load(Connection snapshot) throws SQLException {
        subjects = null;
        if (isTooBig) {
            throw tooBig();
        }
        Subjects all = new Subjects(CharacterClasses.ofSubjects(snapshot), new Trigrams());
        try (Statement statement = snapshot.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet row = statement.executeQuery(SUBJECTS)) {
                while (row.next()) {
                    isTooBig = !add(all, (int) row.getLong(1), row.getString(2));
                    if (isTooBig) {
                        throw tooBig();
                    }
                }
            }
        }
        subjects = all;
    }

    @Override
    public void apply(List<RowChange> transaction) {
        Subjects all = Objects.requireNonNull(subjects);
        lock.writeLock().lock();
        try {
            for (RowChange change : transaction) {
                @Nullable Serializable[] row = change.after();
                if (row != null && row[1] != null) {
                    int ticket = ((Number) Objects.requireNonNull(row[0])).intValue();
                    // Read anew, it is without the subjects that are no more.
                    if (!add(all, ticket, new String((byte[]) row[1], StandardCharsets.UTF_8))) {
                        throw tooBig();
                    }
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** @return whether there is room for more */
    private boolean add(Subjects all, int ticket, String subject) {
        all.trigrams.add(ticket, all.characters.of(subject));
        return all.trigrams.fitInto(MOST_BYTES);
    }

    private static IllegalStateException tooBig() {
        return new IllegalStateException("the subjects would take more than half of the heap");
    }
}
