package dev.ticketwire.command.create;

import dev.ticketwire.command.create.filter.TicketFilters;
import dev.ticketwire.command.form.AnsweredField;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.format.RowId;
import dev.ticketwire.osticket.format.StoredJson;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.ListItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The values of a request that ticket filters compare, by name: {@code email}, {@code name}, {@code field.20}, {@code
 * field.30.abb}.
 */
final class FilterValues implements Function<String, String> {
    private static final String FIELD = "field.";

    private final Map<String, Supplier<String>> values = new HashMap<>();
    private final Map<Integer, AnsweredField> answers = new HashMap<>();
    private final Reference reference;

    FilterValues(Reference reference, String email, String name) {
        this.reference = reference;
        values.put(TicketFilters.EMAIL, () -> email);
        values.put("name", () -> name);
    }

    void addMail(MailMetadata mail) {
        ReceiveMail.Address replyTo = mail.replyTo();
        if (replyTo != null) {
            values.put(TicketFilters.REPLY_TO, replyTo::email);
            values.put("reply-to-name", replyTo::name);
        }
        values.put("addressee", mail::addressees);
    }

    void add(List<AnsweredField> answered) {
        for (AnsweredField answer : answered) {
            answers.put(answer.field().id, answer);
            values.put(FIELD + answer.field().id, answer::display);
        }
    }

    /** Adds an expensive value, computed only if a filter reads it. */
    void add(int field, Supplier<String> value) {
        values.put(FIELD + field, value);
    }

    /** Adds answers from earlier requests, as stored. */
    void addStored(Map<Integer, String> stored) {
        stored.forEach((field, value) -> add(field, () -> labels(value)));
    }

    @Override
    public String apply(String name) {
        Supplier<String> value = values.get(name);
        if (value != null) {
            return value.get();
        }
        String[] path = name.split("\\.");
        return path.length == 3 && name.startsWith(FIELD) ? property(path[1], path[2]) : "";
    }

    /** The abbreviation of the chosen list items, or one of their properties. */
    private String property(String field, String property) {
        Integer id = RowId.ofNumber(field);
        AnsweredField answer = id == null ? null : answers.get(id);
        if (answer == null || !answer.field().type.startsWith("list-")) {
            return "";
        }
        List<String> found = new ArrayList<>();
        for (String item : answer.column().split(", ")) {
            Integer itemId = RowId.ofNumber(item);
            ListItem row = itemId == null ? null : reference.listItems().get(itemId);
            if (row != null) {
                found.add(
                        property.equals("abb")
                                ? Objects.requireNonNullElse(row.extra, "")
                                : StoredJson.read(row.properties).text(property));
            }
        }
        return String.join(", ", found);
    }

    private static String labels(String stored) {
        if (!stored.startsWith("{")) {
            return stored;
        }
        StoredJson chosen = StoredJson.read(stored);
        return chosen.isObject() ? String.join(", ", chosen.texts().values()) : stored;
    }
}
