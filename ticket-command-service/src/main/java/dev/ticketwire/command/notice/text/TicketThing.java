package dev.ticketwire.command.notice.text;

import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.facts.TicketFacts;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A ticket as a variable: its number, and everything known of it. */
final class TicketThing {
    private final TicketFacts ticket;
    private final TextRules rules;
    private final Reference reference;
    private final Entries entries;
    private final DateOf date;

    /** Shows a date to the reader of the mail. */
    @FunctionalInterface
    interface DateOf {
        Thing of(@Nullable LocalDateTime when);
    }

    TicketThing(TicketFacts ticket, TextRules rules, Entries entries, DateOf date) {
        this.ticket = ticket;
        this.rules = rules;
        this.reference = rules.reference();
        this.entries = entries;
        this.date = date;
    }

    Thing thing() {
        return Thing.of(ticket.number(), this::member);
    }

    private @Nullable Thing member(String name) {
        return switch (name) {
            case "number" -> Thing.text(ticket.number());
            case "id" -> Thing.text(Integer.toString(ticket.id()));
            case "create_date" -> date.of(ticket.created());
            case "due_date" -> date.of(ticket.dueDate());
            case "close_date" -> date.of(ticket.closed());
            case "last_update" -> date.of(ticket.lastUpdate());
            case "email" -> Thing.text(owner() == null ? "" : owner().address());
            case "phone" -> Thing.text(ticket.userAnswers().get("phone"));
            case "name" -> owner() == null ? Thing.NOTHING : rules.people().userName(owner().name());
            case "user" -> user();
            case "recipients" -> Thing.text(recipients());
            case "staff_link" -> Thing.text(rules.links().ofAgent(ticket));
            case "client_link" -> Thing.text(rules.links().ofClient(ticket));
            default -> routed(name);
        };
    }

    private @Nullable Thing routed(String name) {
        return switch (name) {
            case "status" -> status();
            case "dept" -> department();
            case "topic" -> topic();
            case "source" -> Thing.text(ticket.source());
            case "staff" -> rules.people().agent(staff(), rules.links().ofAgent(ticket));
            case "team" -> team() == null ? Thing.NOTHING : Thing.word(team().name);
            case "assigned" -> Thing.text(assigned());
            case "sla" -> serviceLevel();
            case "thread" -> thread();
            default -> Thing.text(ticket.answers().get(name));
        };
    }

    private @Nullable Person owner() {
        return ticket.owner();
    }

    private Thing user() {
        Person owner = owner();
        return owner == null
                ? Thing.NOTHING
                : rules.people().user(owner, ticket.userAnswers(), rules.links().ofOwner(ticket, owner));
    }

    /** The owner and the active collaborators. */
    private String recipients() {
        return Stream.concat(Stream.ofNullable(owner()), ticket.collaborators().stream())
                .map(person -> rules.people().userName(person.name()).value() + " <" + person.address() + ">")
                .collect(Collectors.joining(", "));
    }

    private Thing status() {
        TicketStatus status = reference.statuses().get(ticket.status());
        return status == null
                ? Thing.NOTHING
                : Thing.of(status.name, member -> switch (member) {
                    case "name" -> Thing.text(status.name);
                    case "state" -> Thing.text(status.state);
                    default -> null;
                });
    }

    private Thing department() {
        Department department = reference.departments().get(ticket.department());
        return department == null
                ? Thing.NOTHING
                : Thing.of(department.name, member -> switch (member) {
                    case "id" -> Thing.text(Integer.toString(department.id));
                    case "name" -> Thing.text(department.name);
                    case "manager" ->
                        rules.people()
                                .agent(
                                        reference.staff().get(department.managerId),
                                        rules.links().ofAgent(ticket));
                    case "signature" -> Thing.html(department.signature);
                    default -> null;
                });
    }

    /** With the names of the topics above it. */
    private Thing topic() {
        List<String> names = new ArrayList<>();
        HelpTopic topic = reference.topics().get(ticket.topic());
        while (topic != null && !names.contains(topic.name)) {
            names.addFirst(topic.name);
            topic = reference.topics().get(topic.parentId);
        }
        String path = String.join(" / ", names);
        return Thing.of(path, member -> member.equals("name") ? Thing.text(path) : null);
    }

    private @Nullable Staff staff() {
        return reference.staff().get(ticket.staff());
    }

    private @Nullable Team team() {
        return reference.teams().get(ticket.team());
    }

    private String assigned() {
        Staff staff = staff();
        Team team = team();
        return Stream.of(
                        staff == null ? null : rules.people().agentName(staff).value(), team == null ? null : team.name)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("/"));
    }

    private Thing serviceLevel() {
        ServiceLevel level = reference.serviceLevels().get(ticket.serviceLevel());
        return level == null
                ? Thing.NOTHING
                : Thing.of(level.name, member -> member.equals("name") ? Thing.text(level.name) : null);
    }

    private Thing thread() {
        return Thing.of("", member -> switch (member) {
            case "original" -> entries.thing(ticket.original(), date::of);
            case "lastmessage" -> entries.thing(ticket.lastMessage(), date::of);
            default -> null;
        });
    }
}
