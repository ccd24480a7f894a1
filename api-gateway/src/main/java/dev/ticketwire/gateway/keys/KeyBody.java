package dev.ticketwire.gateway.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.access.IpAddresses;
import dev.ticketwire.osticket.key.KeyTerms;
import dev.ticketwire.osticket.reference.Reference;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The body of an operator's request about a key: a JSON object. Members that are not sent keep their values. */
final class KeyBody {
    /** The defaults of a new key. */
    static final KeyTerms NEW = new KeyTerms("", true, Set.of(), null, null, true, false, null, null, null);

    private static final Set<String> TERMS = Set.of(
            "name",
            "active",
            "permissions",
            "departments",
            "addresses",
            "seesNotes",
            "maySubscribe",
            "expires",
            "requestsPerSecond",
            "inFlight");
    private static final Set<String> ROTATION = Set.of("overlapSeconds");
    private static final int LONGEST_NAME = 128;
    private static final int MOST_ENTRIES = 100;
    private static final int HIGHEST_LIMIT = 1_000_000;
    /** Close to the latest time that the database can hold. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final JsonNode body;

    private KeyBody(JsonNode body) {
        this.body = body;
    }

    /** @throws Refused if it is not an object, or has unknown members */
    static KeyBody terms(ObjectMapper json, byte[] sent) {
        return parse(json, sent, TERMS);
    }

    /** @throws Refused if it is not an object, or has unknown members */
    static KeyBody rotation(ObjectMapper json, byte[] sent) {
        return parse(json, sent, ROTATION);
    }

    private static KeyBody parse(ObjectMapper json, byte[] sent, Set<String> members) {
        JsonNode body = parse(json, sent);
        if (!body.isObject()) {
            throw Refused.of(ProblemCode.INVALID_VALUE, "The body must be a JSON object");
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                throw Refused.unknown(name);
            }
        });
        return new KeyBody(body);
    }

    /** An empty body counts as an object without members. */
    private static JsonNode parse(ObjectMapper json, byte[] sent) {
        try {
            return sent.length == 0 ? json.createObjectNode() : json.readTree(sent);
        } catch (IOException e) {
            throw Refused.of(ProblemCode.INVALID_JSON, "The body is no JSON");
        }
    }

    /**
     * The terms {@code before} with the sent members applied.
     *
     * @throws Refused if a value is invalid
     */
    KeyTerms applyTo(KeyTerms before, Reference reference) {
        return new KeyTerms(
                body.has("name") ? name() : before.name(),
                body.has("active") ? flag("active") : before.isActive(),
                body.has("permissions") ? permissions(before.permissions()) : before.permissions(),
                body.has("departments") ? departments(reference) : before.departments(),
                body.has("addresses") ? texts("addresses", IpAddresses::isRange, true) : before.addresses(),
                body.has("seesNotes") ? flag("seesNotes") : before.seesNotes(),
                body.has("maySubscribe") ? flag("maySubscribe") : before.maySubscribe(),
                body.has("expires") ? expires() : before.expires(),
                body.has("requestsPerSecond") ? limit("requestsPerSecond") : before.requestsPerSecond(),
                body.has("inFlight") ? limit("inFlight") : before.inFlight());
    }

    boolean names() {
        return body.has("name");
    }

    /** How many seconds the old secret stays valid. */
    int overlapSeconds(int usual, int most) {
        if (!body.has("overlapSeconds")) {
            return usual;
        }
        JsonNode value = body.get("overlapSeconds");
        if (!value.isInt() || value.asInt() < 0 || value.asInt() > most) {
            throw invalid("overlapSeconds", "a whole number from 0 to " + most);
        }
        return value.asInt();
    }

    private String name() {
        String name = body.get("name").isTextual() ? body.get("name").asText().strip() : "";
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw invalid("name", "1 to " + LONGEST_NAME + " characters");
        }
        return name;
    }

    /** A list names all permissions of the key; an object of booleans changes single ones. */
    private Set<String> permissions(Set<String> before) {
        JsonNode sent = body.get("permissions");
        return sent.isObject()
                ? changed(before, sent)
                : new HashSet<>(Objects.requireNonNull(texts("permissions", KeyTerms.PERMISSIONS::contains, false)));
    }

    private static Set<String> changed(Set<String> before, JsonNode sent) {
        Set<String> permissions = new HashSet<>(before);
        for (Map.Entry<String, JsonNode> entry : sent.properties()) {
            if (!KeyTerms.PERMISSIONS.contains(entry.getKey())
                    || !entry.getValue().isBoolean()) {
                throw invalid("permissions", "names of permissions, or an object of them with true or false");
            }
            if (entry.getValue().asBoolean()) {
                permissions.add(entry.getKey());
            } else {
                permissions.remove(entry.getKey());
            }
        }
        return permissions;
    }

    private boolean flag(String member) {
        if (!body.get(member).isBoolean()) {
            throw invalid(member, "true or false");
        }
        return body.get(member).asBoolean();
    }

    private @Nullable List<Integer> departments(Reference reference) {
        return list(
                "departments",
                "ids of departments, at least one; or null for all",
                value -> value.isInt() && reference.departments().get(value.asInt()) != null ? value.asInt() : null,
                true);
    }

    private @Nullable List<String> texts(String member, Predicate<String> fits, boolean isOptional) {
        String expected = member.equals("permissions")
                ? "names of permissions"
                : "IP addresses or CIDR ranges, at least one; or null";
        return list(
                member,
                expected,
                value -> value.isTextual() && fits.test(value.asText()) ? value.asText() : null,
                isOptional);
    }

    private <T> @Nullable List<T> list(
            String member, String expected, Function<JsonNode, @Nullable T> read, boolean isOptional) {
        JsonNode sent = body.get(member);
        if (sent.isNull() && isOptional) {
            return null;
        }
        boolean isTooShort = sent.isEmpty() && isOptional;
        if (!sent.isArray() || isTooShort || sent.size() > MOST_ENTRIES) {
            throw invalid(member, expected);
        }
        Set<T> values = new LinkedHashSet<>();
        sent.forEach(value -> values.add(required(read.apply(value), member, expected)));
        return List.copyOf(values);
    }

    private static <T> T required(@Nullable T value, String member, String expected) {
        if (value == null) {
            throw invalid(member, expected);
        }
        return value;
    }

    private @Nullable Instant expires() {
        JsonNode value = body.get("expires");
        if (value.isNull()) {
            return null;
        }
        try {
            Instant expires = Instant.parse(value.asText()).truncatedTo(ChronoUnit.SECONDS);
            if (expires.isAfter(Instant.EPOCH) && expires.isBefore(LATEST)) {
                return expires;
            }
        } catch (DateTimeParseException e) {
            // written like any other text
        }
        throw invalid("expires", "a time such as 2027-01-31T00:00:00Z, or null");
    }

    private @Nullable Integer limit(String member) {
        JsonNode value = body.get(member);
        if (value.isNull()) {
            return null;
        }
        if (!value.isInt() || value.asInt() < 1 || value.asInt() > HIGHEST_LIMIT) {
            throw invalid(member, "a whole number from 1 to " + HIGHEST_LIMIT + ", or null for none");
        }
        return value.asInt();
    }

    private static Refused invalid(String member, String expected) {
        return Refused.of(ProblemCode.INVALID_VALUE, member + " must be " + expected, member);
    }
}
