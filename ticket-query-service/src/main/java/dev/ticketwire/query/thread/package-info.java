/** Entries of a ticket's thread, with their attachments. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.query.thread;
