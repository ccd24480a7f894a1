/** Raw mails: from the bytes that came over the wire to what a ticket needs of them. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.mail;
