/** Which mail is sent next: lanes of servers, bounds, retries, outcomes. */
@NullMarked
package dev.ticketwire.mail.queue.dispatch;

import org.jspecify.annotations.NullMarked;
