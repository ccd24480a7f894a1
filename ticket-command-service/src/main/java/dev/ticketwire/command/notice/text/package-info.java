/** The texts of mails: templates, variables, dates, links, Message-Ids. */
@NullMarked
package dev.ticketwire.command.notice.text;

import org.jspecify.annotations.NullMarked;
