/** Parses raw mails (RFC 5322, MIME) into {@link dev.ticketwire.contract.command.ReceiveMail}. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.mail;
