/** Markdown, an extension of Ticketwire: stored as written, rendered to safe HTML when it is read. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.markdown;
