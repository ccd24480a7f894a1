package dev.ticketwire.contract.problem;

import org.jspecify.annotations.Nullable;

/**
 * Knows technical faults that callers are told about, such as a lost database connection. Every bean of this type is asked
 * before a fault is answered as an internal error.
 */
@FunctionalInterface
public interface FaultTranslator {

    /** @return null if {@code fault} is none of those it knows */
    @Nullable
    Refusal translate(Throwable fault);
}
