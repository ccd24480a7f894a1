/** The queue on a real database, with a postman of its own. */
@NullMarked
package dev.ticketwire.mail.queue;

import org.jspecify.annotations.NullMarked;
