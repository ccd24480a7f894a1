/** The plugin's search, and the look-up by external id. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.query.search;
