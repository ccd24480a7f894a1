/** Bulks: many writes in one request, each a separate command, with one receipt for all. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.bulk;
