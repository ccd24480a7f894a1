/** The operator's view of mails. */
@NullMarked
package dev.ticketwire.mail.operator;

import org.jspecify.annotations.NullMarked;
