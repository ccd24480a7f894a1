/** Files of tickets. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.query.attachment;
