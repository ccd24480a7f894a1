/** The mails that Ticketwire has sent, or will send, about a ticket. */
@NullMarked
package dev.ticketwire.query.mail;

import org.jspecify.annotations.NullMarked;
