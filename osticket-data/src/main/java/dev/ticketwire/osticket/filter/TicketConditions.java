package dev.ticketwire.osticket.filter;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.form.HelpDeskForm;
import dev.ticketwire.osticket.person.NamedAddress;
import dev.ticketwire.osticket.reference.Reference;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Conditions on a ticket {@code t} that need more than one of its columns. */
final class TicketConditions {
    /** {@code ticket.source}, an enumeration. */
    private static final List<String> SOURCES = List.of("Web", "Email", "Phone", "API", "Other");

    private final Reference reference;

    TicketConditions(Reference reference) {
        this.reference = reference;
    }

    /** @throws Refused if one of {@code sources}, ignoring case, is unknown */
    SqlCondition source(List<String> sources) {
        return SqlCondition.in(
                "t.source", sources.stream().map(TicketConditions::sourceOf).toList());
    }

    private static String sourceOf(String text) {
        return SOURCES.stream()
                .filter(source -> source.equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> Refused.of(
                        ProblemCode.INVALID_VALUE, "source must be Web, Email, Phone, API or Other", "source"));
    }

    /**
     * A parent that the caller may not see matches nothing.
     *
     * @param number of the parent ticket
     */
    SqlCondition parent(String number, Departments visible) {
        return new SqlCondition(
                "t.ticket_pid = (SELECT p.ticket_id FROM {ticket} p WHERE p.number = ?"
                        + VisibilitySql.and("p.dept_id", visible) + " ORDER BY p.ticket_id LIMIT 1)",
                Stream.concat(Stream.of(number), visible.ids().stream()).toList());
    }

    /**
     * Addresses are unique, so the database finds the owner before it reads tickets.
     *
     * @param sent see {@link NamedAddress}
     * @throws Refused if there is no address in it
     */
    SqlCondition requester(String sent) {
        String address = NamedAddress.of(sent).address();
        if (address.indexOf('@') < 1) {
            throw Refused.invalid("requester");
        }
        return SqlCondition.of(
                "t.user_id = (SELECT e.user_id FROM {user_email} e WHERE e.address = ? AND e.user_id > 0)", address);
    }

    /**
     * The priority is the answer to the ticket form's field {@code priority}. A ticket without one has the help desk's
     * default.
     *
     * @param ids of priorities
     */
    SqlCondition priority(Collection<Integer> ids) {
        HelpDeskForm form = HelpDeskForm.ofTickets(reference);
        // These numbers come from the reference data, not from the caller.
        String answered = "SELECT v.value_id FROM {form_entry} f JOIN {form_entry_values} v ON v.entry_id = f.id"
                + " AND v.field_id = " + form.fieldId("priority")
                + " WHERE f.object_type = 'T' AND f.object_id = t.ticket_id AND f.form_id = " + form.id() + " LIMIT 1";
        int usual = reference.config().number("default_priority_id");
        return SqlCondition.in("COALESCE((" + answered + "), " + usual + ")", ids);
    }

    /**
     * @param parameter name of the parameter, for the refusal
     * @param field name of a column of the ticket form's custom data, in any case
     * @throws Refused if there is no such column
     */
    SqlCondition answer(String parameter, String field, String answer) {
        String name = field.toLowerCase(Locale.ROOT);
        String column = reference.ticketColumns().stream()
                .filter(c -> c.toLowerCase(Locale.ROOT).equals(name) && c.matches("[A-Za-z0-9_]+"))
                .findFirst()
                .orElseThrow(() -> Refused.of(
                        ProblemCode.INVALID_VALUE, "The ticket form has no field '" + name + "'", parameter));
        return SqlCondition.of(
                "EXISTS (SELECT 1 FROM {ticket__cdata} c WHERE c.ticket_id = t.ticket_id AND c.`" + column + "` = ?)",
                answer);
    }
}
