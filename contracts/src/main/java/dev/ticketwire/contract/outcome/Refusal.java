package dev.ticketwire.contract.outcome;

import org.jspecify.annotations.Nullable;

/**
 * Why the rules will not carry a command out. Nothing was changed; the caller can act on it.
 *
 * @param code stable, part of the public API, e.g. {@code department-not-found}; texts may change, codes never
 * @param status HTTP status that fits it, 400–599
 * @param text what the caller reads, the plugin's wording where it has one
 * @param field the request's member at fault, null if none
 */
public record Refusal(
        String code, int status, String text, @Nullable String field) {}
