package dev.ticketwire.binlog;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A row before and after a change, with values in the order of {@link Projection#columns}: whole numbers as signed
 * values, texts as bytes.
 *
 * @param before null for a new row
 * @param after null for a deleted one
 */
public record RowChange(
        @Nullable Serializable @Nullable [] before,
        @Nullable Serializable @Nullable [] after) {}
