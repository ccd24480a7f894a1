/** The mails that Ticketwire has decided to send about a ticket. */
@NullMarked
package dev.ticketwire.query.mail;

import org.jspecify.annotations.NullMarked;
