package dev.ticketwire.query.subject;

import dev.ticketwire.binlog.Binlog;
import dev.ticketwire.binlog.BinlogFollower;
import dev.ticketwire.binlog.ChangedRow;
import dev.ticketwire.binlog.Projection;
import dev.ticketwire.binlog.Row;
import dev.ticketwire.osticket.schema.TablePrefix;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
 * Finds tickets by a part of their subject, which no MariaDB index supports: an in-memory projection, kept current from
 * the binary log. It may take half of the heap; if it needs more, searches read the table.
 */
@ApplicationScoped
public class SubjectIndex implements Projection {
    private static final String SUBJECTS =
            TablePrefix.named("SELECT ticket_id, subject FROM {ticket__cdata} WHERE subject IS NOT NULL");
    private static final long MAX_BYTES = Runtime.getRuntime().maxMemory() / 2;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile @Nullable BinlogFollower follower;
    private volatile @Nullable Subjects subjects;
    private boolean isTooBig;

    private record Subjects(CharacterClasses characters, Trigrams trigrams) {}

    void start(@Observes StartupEvent event, Binlog binlog) {
        follower = binlog.follow(this);
    }

    /**
     * The ids of all tickets whose subject may contain {@code part}.
     *
     * @return null while the index is not current
     */
    public @Nullable RoaringBitmap candidates(String part) {
        return isCurrent(part) ? read(all -> all.trigrams.containing(all.characters.classes(part))) : null;
    }

    /** Whether the index is current, and {@code part} is not empty. */
    public boolean isCurrent(String part) {
        BinlogFollower log = follower;
        return !part.isEmpty() && log != null && log.isCurrent();
    }

    /**
     * The newest tickets whose subject may contain {@code part}, as of the last {@link #isCurrent} or later; fewer than
     * {@code limit} if there are no more.
     *
     * @return null if the index was dropped since
     */
    public @Nullable RoaringBitmap newest(String part, int limit, CreationTimes times) {
        return read(all -> times.newest(all.trigrams.sets(all.characters.classes(part)), limit));
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
                addAll(all, row);
            }
        }
        subjects = all;
    }

    private void addAll(Subjects all, ResultSet row) throws SQLException {
        while (row.next()) {
            isTooBig = !add(all, (int) row.getLong(1), row.getString(2));
            if (isTooBig) {
                throw tooBig();
            }
        }
    }

    @Override
    public void apply(List<ChangedRow> transaction) {
        Subjects all = Objects.requireNonNull(subjects);
        lock.writeLock().lock();
        try {
            for (ChangedRow change : transaction) {
                apply(change, all);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void apply(ChangedRow change, Subjects all) {
        Row row = change.after();
        String subject = row == null ? null : row.text("subject");
        if (row != null && subject != null) {
            int ticket = Objects.requireNonNull(row.number("ticket_id")).intValue();
            // Old subjects stay in the index until it is loaded again: it only finds candidates.
            if (!add(all, ticket, subject)) {
                throw tooBig();
            }
        }
    }

    /** @return whether the index still fits into its share of the heap */
    private boolean add(Subjects all, int ticket, String subject) {
        all.trigrams.add(ticket, all.characters.classes(subject));
        return all.trigrams.fitInto(MAX_BYTES);
    }

    private static IllegalStateException tooBig() {
        return new IllegalStateException("the subjects would take more than half of the heap");
    }
}
