package dev.ticketwire.contract.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * The answers of a ticket's own fields, besides subject and priority; in JSON a list.
 *
 * @param values answered fields only, by field id
 */
public record FieldValues(@JsonValue List<FieldValue> values) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FieldValues {
        values = List.copyOf(values);
    }
}
