package dev.ticketwire.command.create;

import dev.ticketwire.command.collaborator.InactiveCollaborators;
import dev.ticketwire.command.create.filter.TicketFilters;
import dev.ticketwire.command.entry.AttachmentLimits;
import dev.ticketwire.command.form.CustomDataRows;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.command.form.TopicForms;
import dev.ticketwire.osticket.html.BodySettings;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.HelpTopic;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The parts of a reference snapshot that opening tickets needs, derived once per snapshot.
 *
 * @param topicForms by help topic
 * @param filtersLookAtUsers whether a filter reads answers of user or organisation forms
 * @param mostOpenTickets of one requester; 0 for any number
 * @param databaseZone time zone of the database's clock
 */
record OpenTicketRules(
        Reference reference,
        FormRules ticketForm,
        FormRules userForm,
        FormRules organizationForm,
        Map<Integer, TopicForms> topicForms,
        TicketFilters filters,
        boolean filtersLookAtUsers,
        BodySettings bodies,
        AttachmentLimits attachments,
        CustomDataRows ticketData,
        CustomDataRows userData,
        int mostOpenTickets,
        String nameFormat,
        InactiveCollaborators inactiveFollowers,
        ZoneId databaseZone) {

    TopicForms formsOf(HelpTopic topic) {
        TopicForms forms = topicForms.get(topic.id);
        return forms == null ? TopicForms.NONE : forms;
    }

    static OpenTicketRules of(Reference reference, ZoneId databaseZone) {
        FormRules ticketForm = FormRules.ofType("T", reference);
        FormRules userForm = FormRules.ofType("U", reference);
        FormRules organizationForm = FormRules.ofType("O", reference);
        Map<Integer, TopicForms> topicForms = new HashMap<>();
        for (HelpTopic topic : reference.topics().all()) {
            topicForms.put(topic.id, TopicForms.ofTopic(topic.id, reference));
        }
        TicketFilters filters = new TicketFilters(reference);
        Set<Integer> ofUsers = new HashSet<>(userForm.fieldIds());
        ofUsers.addAll(organizationForm.fieldIds());
        return new OpenTicketRules(
                reference,
                ticketForm,
                userForm,
                organizationForm,
                Map.copyOf(topicForms),
                filters,
                filters.looksAt(ofUsers),
                BodySettings.of(
                        reference.config().flag("enable_richtext"),
                        reference.config().text("embedded_domain_whitelist")),
                AttachmentLimits.of(ticketForm.messageField(), reference.config()),
                CustomDataRows.of("{ticket__cdata}", "ticket_id", reference.ticketColumns(), ticketForm),
                CustomDataRows.of("{user__cdata}", "user_id", reference.userColumns(), userForm),
                reference.config().number("max_open_tickets"),
                reference.config().text("client_name_format"),
                InactiveCollaborators.of(reference),
                databaseZone);
    }
}
