/** Measures the suite, and for comparison its database and broker alone. Needs a running suite; see README.md. */
@NullMarked
package dev.ticketwire.benchmark;

import org.jspecify.annotations.NullMarked;
