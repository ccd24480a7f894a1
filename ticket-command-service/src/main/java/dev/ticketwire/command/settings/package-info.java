/** Settings as osTicket stores them. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.settings;
