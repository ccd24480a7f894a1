package dev.ticketwire.osticket.reference;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What is worked out of a reference snapshot, anew only when the snapshot is a new one. */
public final class SnapshotCache<T> {
    private volatile @Nullable Known<T> latest;

    private record Known<T>(Reference reference, T value) {}

    /** Works it out. */
    @FunctionalInterface
    public interface Builder<T> {
        T build(Reference reference) throws SQLException;
    }

    public T of(Reference reference, Builder<T> builder) throws SQLException {
        Known<T> known = latest;
        if (known == null || known.reference != reference) {
            known = new Known<>(reference, builder.build(reference));
            latest = known;
        }
        return known.value;
    }
}
