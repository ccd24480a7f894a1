/** The help desk's ticket statuses. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.query.status;
