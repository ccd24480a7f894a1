package dev.ticketwire.osticket.form;

import dev.ticketwire.osticket.format.PhpJson;
import dev.ticketwire.osticket.schema.ListItem;
import dev.ticketwire.osticket.text.StoredText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers chosen from a list. Stored as JSON, key to label; an invalid choice is stored as sent and has no meaning. */
final class ChoiceAnswer {
    private ChoiceAnswer() {}

    static FieldAnswer of(@Nullable Object sent, Map<String, String> choices, FieldConfiguration configuration) {
        return switch (sent) {
            case Map<?, ?> map when !map.isEmpty() -> chosen(labelled(map, choices));
            case List<?> list when configuration.flag("multiselect", false) && !list.isEmpty() -> listed(list, choices);
            case null, default -> single(FieldAnswer.text(sent), choices);
        };
    }

    /** An item of a custom list, named by id or value. */
    static FieldAnswer ofList(
            @Nullable Object sent, String type, List<ListItem> items, FieldConfiguration configuration) {
        Map<String, String> choices = new LinkedHashMap<>();
        Map<String, String> ids = new LinkedHashMap<>();
        for (ListItem item : items) {
            if (("list-" + item.listId).equals(type)) {
                choices.put(Integer.toString(item.id), item.value);
                ids.putIfAbsent(item.value, Integer.toString(item.id));
            }
        }
        if (sent instanceof List<?> list && !list.isEmpty() && configuration.flag("multiselect", false)) {
            return of(chosenItems(list, choices, ids), choices, configuration);
        }
        String text = sent instanceof Map<?, ?> ? null : FieldAnswer.text(sent);
        return of(text == null ? sent : idOf(text, choices, ids), choices, configuration);
    }

    private static Map<String, String> chosenItems(List<?> sent, Map<String, String> choices, Map<String, String> ids) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (Object one : sent) {
            String id = idOf(Objects.requireNonNullElse(FieldAnswer.text(one), ""), choices, ids);
            chosen.put(id, choices.getOrDefault(id, id));
        }
        return chosen;
    }

    private static String idOf(String text, Map<String, String> choices, Map<String, String> ids) {
        return choices.containsKey(text) ? text : ids.getOrDefault(text, text);
    }

    private static Map<String, String> labelled(Map<?, ?> map, Map<String, String> choices) {
        Map<String, String> labels = new LinkedHashMap<>();
        map.forEach((key, label) ->
                labels.put(String.valueOf(key), choices.getOrDefault(String.valueOf(key), String.valueOf(label))));
        return labels;
    }

    private static FieldAnswer single(@Nullable String key, Map<String, String> choices) {
        if (key == null || key.isEmpty()) {
            return FieldAnswer.plain(null);
        }
        String label = choices.get(key);
        return label == null
                ? new FieldAnswer(StoredText.storable(key), "", "", List.of())
                : chosen(Map.of(key, label));
    }

    /** @param labels by their keys, not empty */
    static FieldAnswer chosen(Map<String, String> labels) {
        return new FieldAnswer(
                PhpJson.write(labels),
                StoredText.storable(String.join(", ", labels.keySet())),
                String.join(", ", labels.values()),
                List.of());
    }

    /** Several keys without labels stay a list, as in osTicket. */
    private static FieldAnswer listed(List<?> keys, Map<String, String> choices) {
        List<String> known =
                keys.stream().map(String::valueOf).filter(choices::containsKey).toList();
        return new FieldAnswer(
                PhpJson.write(keys),
                String.join(", ", known),
                String.join(
                        ", ",
                        known.stream().map(key -> choices.getOrDefault(key, "")).toList()),
                List.of());
    }
}
