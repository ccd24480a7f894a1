package dev.ticketwire.command.form;

import dev.ticketwire.osticket.schema.FormField;
import org.jspecify.annotations.Nullable;

/**
 * A form field and its stored answer.
 *
 * @param value null if the field is not answered
 * @param valueId id of the row that the value names, e.g. a priority; null if it names none
 * @param column its column in the custom-data table
 * @param display the displayed and searched text; empty if there is none
 */
public record AnsweredField(
        FormField field, @Nullable String value, @Nullable Integer valueId, String column, String display) {}
