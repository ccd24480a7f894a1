/** Which mails are sent when: claims, order, retries, dead letters. */
@NullMarked
package dev.ticketwire.mail.queue;

import org.jspecify.annotations.NullMarked;
