/** Bulks: many writes in one request, each a command of its own, with one receipt for all. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.bulk;
