/** Who is told of what: the mails of an occasion, without their texts. */
@NullMarked
package dev.ticketwire.command.notice.plan;

import org.jspecify.annotations.NullMarked;
