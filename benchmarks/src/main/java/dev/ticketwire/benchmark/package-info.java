/**
 * What the suite carries, beside what its database and its broker carry alone. Run against a running suite; see
 * README.md.
 */
@NullMarked
package dev.ticketwire.benchmark;

import org.jspecify.annotations.NullMarked;
