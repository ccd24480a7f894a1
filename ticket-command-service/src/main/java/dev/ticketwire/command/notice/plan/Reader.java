package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.osticket.schema.Staff;

/** Whom a mail addresses: what the variable {@code recipient} and the class of its Message-Id stand for. */
public sealed interface Reader {
    /** An agent. */
    record Agent(Staff staff) implements Reader {}

    /** The owner of the ticket. */
    record Owner(Person person) implements Reader {}

    /** One collaborator. */
    record Collaborator(Person person) implements Reader {}

    /** Several people, of whom the first is the owner, if the owner is among them. */
    record Several(Person first, boolean withOwner) implements Reader {}

    /** The administrator. */
    record Administrator() implements Reader {}

    /** An address of a filter mail. */
    record Address(String address) implements Reader {}
}
