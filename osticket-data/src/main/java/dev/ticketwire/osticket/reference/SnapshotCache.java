package dev.ticketwire.osticket.reference;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Caches a value derived from a reference snapshot; computes it again only for a new snapshot. */
public final class SnapshotCache<T> {
    private volatile @Nullable Known<T> latest;

    private record Known<T>(Reference reference, T value) {}

    /** Computes the value. */
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
