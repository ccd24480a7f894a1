/** Sends the mails that wait, from the start of the service to its end: see ADR 30. */
@NullMarked
package dev.ticketwire.mail.queue;

import org.jspecify.annotations.NullMarked;
