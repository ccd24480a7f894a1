/** Hands mails over to SMTP servers. */
@NullMarked
package dev.ticketwire.mail.smtp;

import org.jspecify.annotations.NullMarked;
