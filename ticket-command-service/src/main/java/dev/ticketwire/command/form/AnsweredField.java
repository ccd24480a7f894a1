package dev.ticketwire.command.form;

import dev.ticketwire.osticket.schema.FormField;
import org.jspecify.annotations.Nullable;

/**
 * One field and what is stored for it.
 *
 * @param value null if the field is not answered
 * @param valueId what the value stands for, e.g. a priority; null if it stands for itself
 * @param column its column among the custom data
 * @param display as it is shown and searched; empty if there is nothing to show
 */
public record AnsweredField(
        FormField field, @Nullable String value, @Nullable Integer valueId, String column, String display) {}
