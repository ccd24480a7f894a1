package dev.ticketwire.command.update;

import dev.ticketwire.command.entry.AttachmentLimits;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.command.form.TopicForms;
import dev.ticketwire.command.ticket.Resolver;
import dev.ticketwire.osticket.html.BodySettings;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Form;
import dev.ticketwire.osticket.schema.FormField;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The parts of a reference snapshot that updates need.
 *
 * @param forms by id
 * @param fields of all forms, disabled ones included, by id
 * @param databaseZone the zone of the database's wall clock
 */
record UpdateRules(
        Reference reference,
        Resolver resolver,
        FormRules ticketForm,
        Map<Integer, FormRules> forms,
        Map<Integer, FormField> fields,
        BodySettings bodies,
        AttachmentLimits attachments,
        ZoneId databaseZone) {

    static UpdateRules of(Reference reference, ZoneId databaseZone) {
        FormRules ticketForm = FormRules.ofType("T", reference);
        Map<Integer, FormRules> forms = new HashMap<>();
        for (Form form : reference.forms().all()) {
            forms.put(form.id, FormRules.of(form.id, reference));
        }
        Map<Integer, FormField> fields = new HashMap<>();
        reference.formFields().values().forEach(all -> all.forEach(field -> fields.put(field.id, field)));
        return new UpdateRules(
                reference,
                new Resolver(reference),
                ticketForm,
                Map.copyOf(forms),
                Map.copyOf(fields),
                BodySettings.of(
                        reference.config().flag("enable_richtext"),
                        reference.config().text("embedded_domain_whitelist")),
                AttachmentLimits.of(ticketForm.messageField(), reference.config()),
                databaseZone);
    }

    /** Fields that a help topic disables. */
    Set<Integer> disabledBy(int topic) {
        return TopicForms.ofTopic(topic, reference).disabled();
    }
}
