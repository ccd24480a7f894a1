/** The MIME of mails. */
@NullMarked
package dev.ticketwire.mail.letter;

import org.jspecify.annotations.NullMarked;
