/** Mails of the help desk's own. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.mail;
