/** Mails as rows: which wait, which are claimed, what became of them. */
@NullMarked
package dev.ticketwire.mail.queue.store;

import org.jspecify.annotations.NullMarked;
