package dev.ticketwire.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * The answer of a field of a ticket's forms.
 *
 * @param id of the field
 * @param name of the field as in requests; null if the field is gone
 * @param label of the field as people see it; null if the field is gone
 * @param value readable: the labels of choices and list items (several separated by {@code ", "}), {@code Yes} or
 *     {@code No}; else as stored. Null if the field is not answered
 */
public record FieldValue(
        long id,
        @Nullable String name,
        @Nullable String label,
        @Nullable String value) {}
