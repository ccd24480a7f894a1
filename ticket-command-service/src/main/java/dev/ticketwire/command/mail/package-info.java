/** Mails: each becomes a message on the ticket it answers, else a new ticket. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.mail;
