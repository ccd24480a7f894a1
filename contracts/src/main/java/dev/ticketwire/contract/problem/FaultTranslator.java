package dev.ticketwire.contract.problem;

import org.jspecify.annotations.Nullable;

/**
 * Translates technical faults that callers should know about, such as a lost database connection. All beans of this
 * type are tried before a fault is answered as an internal error.
 */
@FunctionalInterface
public interface FaultTranslator {

    /** @return null if {@code fault} is unknown to it */
    @Nullable
    Refusal translate(Throwable fault);
}
