package dev.ticketwire.command.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form that hangs on something.
 *
 * @param sort its place among the forms of its ticket
 * @param extra JSON: which fields the help topic disables; null without one
 */
public record FormEntry(int form, int sort, @Nullable String extra, List<AnsweredField> answers) {}
