/** What happened to tickets, and what mails about it need to know of them. */
@NullMarked
package dev.ticketwire.command.notice.facts;

import org.jspecify.annotations.NullMarked;
