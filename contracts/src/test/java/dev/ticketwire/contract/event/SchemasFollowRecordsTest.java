package dev.ticketwire.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.command.CommandCodec;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Schemas have exactly the members of the Java records, with their types and with null where a component may be null. */
class SchemasFollowRecordsTest {
    static final List<Class<? extends Record>> DEFINED = List.of(
            Actor.class,
            AttachedFile.class,
            Collaborator.class,
            Entry.class,
            FieldValue.class,
            TicketState.Named.class,
            Referral.class,
            TicketState.Status.class,
            TicketState.class,
            TicketReference.class);

    private static final Map<Class<?>, String> JSON_TYPES = Map.of(
            long.class, "integer",
            Long.class, "integer",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            String.class, "string",
            Instant.class, "string");
    private static final JsonNode DEFINITIONS = definitions();
    /** Of these a stream may leave out others than the required ones. */
    private static final Set<String> ALWAYS_IN_A_TICKET = Set.of("id", "number");

    @ParameterizedTest
    @FieldSource("DEFINED")
    void aDefinitionHasTheMembersOfItsRecord(Class<? extends Record> record) {
        JsonNode schema = DEFINITIONS.required(name(record));

        assertThat(names(schema.path("properties")))
                .isEqualTo(components(record).map(RecordComponent::getName).collect(Collectors.toSet()));
        components(record)
                .forEach(component -> assertThat(accepts(
                                schema.path("properties").path(component.getName()), component.getGenericType()))
                        .as(component.toString())
                        .isTrue());
    }

    @ParameterizedTest
    @FieldSource("DEFINED")
    void aMemberMayBeNullOrAbsentAsItsComponentSays(Class<? extends Record> record) {
        JsonNode schema = DEFINITIONS.required(name(record));
        Set<String> required = strings(schema.path("required"));

        components(record).forEach(component -> {
            boolean canBeNull = isNullable(component);
            String name = component.getName();
            boolean absent = canBeNull && leavesOutNull(record);
            assertThat(acceptsNull(schema.path("properties").path(name)))
                    .as("null as " + component)
                    .isEqualTo(canBeNull && !absent);
            assertThat(required.contains(name))
                    .as("required: " + component)
                    .isEqualTo(record == TicketState.class ? ALWAYS_IN_A_TICKET.contains(name) : !absent);
        });
    }

    @ParameterizedTest
    @EnumSource(TicketEventType.class)
    void dataHasTheMembersOfItsRecord(TicketEventType type) {
        JsonNode schema = EventSchemas.schema(type);
        Set<String> members = components(type.data())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("before") || type.canHaveBefore())
                .filter(name -> !name.equals("after") || type.hasAfter())
                .collect(Collectors.toSet());

        assertThat(names(schema.path("properties"))).isEqualTo(members);
    }

    @ParameterizedTest
    @EnumSource(TicketEventType.class)
    void valuesOfBeforeAndAfterHaveTheClassesOfTheirMembers(TicketEventType type) {
        JsonNode properties = EventSchemas.schema(type).path("properties");

        for (ChangedMember member : type.members()) {
            Stream.of("before", "after")
                    .map(side -> properties.path(side).path("properties").path(member.member()))
                    .filter(schema -> !schema.isMissingNode())
                    .forEach(schema -> assertThat(accepts(schema, member.type()))
                            .as(type + " " + member)
                            .isTrue());
        }
    }

    @Test
    void everyRecordOfTheDataIsHere() {
        Set<String> defined =
                DEFINED.stream().map(SchemasFollowRecordsTest::name).collect(Collectors.toSet());
        // Not records: a text, and a list.
        assertThat(names(DEFINITIONS)).containsAll(defined);
        assertThat(names(DEFINITIONS).stream().filter(name -> !defined.contains(name)))
                .containsExactlyInAnyOrder("CommandId", "FieldValues", "Time");
    }

    private static boolean accepts(JsonNode schema, Type type) {
        if (schema.has("anyOf")) {
            return accepts(schema.path("anyOf").path(0), type);
        }
        if (type instanceof ParameterizedType list) {
            return schema.path("type").asText().equals("array")
                    && accepts(schema.path("items"), list.getActualTypeArguments()[0]);
        }
        Class<?> java = (Class<?>) type;
        if (java.isEnum()) {
            return strings(schema.path("enum")).equals(texts(java));
        }
        String reference = schema.path("$ref").asText();
        if (java.isRecord()) {
            return reference.equals("#/$defs/" + name(java));
        }
        JsonNode simple = reference.isEmpty() ? schema : DEFINITIONS.required(reference.substring("#/$defs/".length()));
        return jsonTypes(simple).contains(Objects.requireNonNull(JSON_TYPES.get(java), java.getName()));
    }

    private static boolean acceptsNull(JsonNode schema) {
        return schema.has("anyOf")
                ? acceptsNull(schema.path("anyOf").path(1))
                : jsonTypes(schema).contains("null");
    }

    private static Set<String> jsonTypes(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? strings(type) : Set.of(type.asText());
    }

    private static Set<String> texts(Class<?> constants) {
        return Arrays.stream(constants.getEnumConstants())
                .map(constant -> CommandCodec.json().convertValue(constant, String.class))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isNullable(RecordComponent component) {
        return Stream.<AnnotatedElement>of(component.getAnnotatedType(), component)
                .anyMatch(element -> element.isAnnotationPresent(Nullable.class));
    }

    private static boolean leavesOutNull(Class<?> record) {
        JsonInclude include = record.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private static Stream<RecordComponent> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents());
    }

    private static String name(Class<?> record) {
        return record == TicketState.class ? "Ticket" : record.getSimpleName();
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> strings(JsonNode list) {
        Set<String> strings = new TreeSet<>();
        list.forEach(element -> strings.add(element.asText()));
        return strings;
    }

    private static JsonNode definitions() {
        try (InputStream in =
                Objects.requireNonNull(EventSchemas.class.getResourceAsStream("/event/schema/definitions.json"))) {
            return CommandCodec.json().readTree(in).path("$defs");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
