package dev.ticketwire.command.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form of a ticket, user or organisation with its answers.
 *
 * @param sort its place among the forms of its ticket
 * @param extra JSON with the fields that the help topic disables; null without a topic
 */
public record FormEntry(int form, int sort, @Nullable String extra, List<AnsweredField> answers) {}
