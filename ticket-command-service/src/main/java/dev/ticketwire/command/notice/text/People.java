package dev.ticketwire.command.notice.text;

import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.osticket.person.PersonName;
import dev.ticketwire.osticket.reference.HelpDeskConfig;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.text.StoredText;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People and their names as variables. */
final class People {
    private final HelpDeskConfig config;

    People(HelpDeskConfig config) {
        this.config = config;
    }

    /**
     * @param answers to the user's form, by field name in lower case
     * @param link value of {@code ticket_link}
     */
    Thing user(Person person, Map<String, String> answers, String link) {
        return user(person, userName(person.name()), answers, link);
    }

    /** The name by which a mail's sender calls himself; his own if the entry shows it. */
    Thing posterName(String poster, Person author) {
        Thing own = userName(author.name());
        return poster.isBlank() || poster.equals(own.value()) ? own : userName(poster);
    }

    Thing user(Person person, Thing name, Map<String, String> answers, String link) {
        return Thing.of(name.value(), with(name, member -> switch (member) {
            case "id" -> Thing.text(Integer.toString(person.user()));
            case "email" -> Thing.text(person.address());
            case "ticket_link" -> Thing.text(link);
            default -> Thing.text(answers.get(member));
        }));
    }

    Thing agent(@Nullable Staff agent, String link) {
        if (agent == null) {
            return Thing.NOTHING;
        }
        Thing name = agentName(agent);
        return Thing.of(name.value(), with(name, member -> switch (member) {
            case "id" -> Thing.text(Integer.toString(agent.id));
            case "email" -> Thing.text(agent.email);
            case "username" -> Thing.text(agent.username);
            case "signature" -> Thing.html(agent.signature);
            case "ticket_link" -> Thing.text(link);
            default -> null;
        }));
    }

    private static Function<String, @Nullable Thing> with(Thing name, Function<String, @Nullable Thing> others) {
        return member -> switch (member) {
            case "name" -> name;
            case "first", "last" -> name.member(member);
            default -> others.apply(member);
        };
    }

    /** @param stored as in {@code user.name} */
    Thing userName(String stored) {
        return name(PersonName.of(stored), config.text("client_name_format"));
    }

    Thing agentName(Staff agent) {
        PersonName name = PersonName.agent(
                Objects.requireNonNullElse(agent.firstName, ""), Objects.requireNonNullElse(agent.lastName, ""));
        return name(name, config.text("agent_name_format"));
    }

    private static Thing name(PersonName name, String format) {
        return Thing.of(name.in(format), member -> switch (member) {
            case "first", "last", "full", "short", "shortformal", "lastfirst", "formal", "legal", "complete" ->
                Thing.text(name.form(member));
            case "middle" -> Thing.text(name.middle());
            case "original" -> Thing.text(name.entered());
            case "initials" -> Thing.text(initials(name));
            default -> null;
        });
    }

    private static String initials(PersonName name) {
        return Stream.of(name.first(), name.last())
                .filter(part -> !part.isEmpty())
                .map(part -> StoredText.cut(part, 1))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
