package dev.ticketwire.command.notice.text;

import org.jspecify.annotations.Nullable;

/** The variables of a template. */
interface Roots {
    /** Null if the template has no such variable. */
    @Nullable
    Thing root(String name);
}
