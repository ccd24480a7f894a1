/** What tickets refer to by id, as lists: from the reference snapshot, without a statement. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.query.lookup;
