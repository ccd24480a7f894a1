/** Decides, within a command's transaction, which mails its change sends. */
@NullMarked
package dev.ticketwire.command.notice;

import org.jspecify.annotations.NullMarked;
