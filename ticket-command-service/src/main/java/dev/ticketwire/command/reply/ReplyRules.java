package dev.ticketwire.command.reply;

import dev.ticketwire.command.entry.AttachmentLimits;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.command.ticket.Resolver;
import dev.ticketwire.osticket.html.BodySettings;
import dev.ticketwire.osticket.reference.Reference;
import java.time.ZoneId;

/**
 * The rules for replies, from a reference snapshot.
 *
 * @param databaseZone the zone of the database's wall clock
 */
public record ReplyRules(
        Reference reference,
        Resolver resolver,
        BodySettings bodies,
        AttachmentLimits attachments,
        ZoneId databaseZone) {

    public static ReplyRules of(Reference reference, ZoneId databaseZone) {
        return new ReplyRules(
                reference,
                new Resolver(reference),
                BodySettings.of(
                        reference.config().flag("enable_richtext"),
                        reference.config().text("embedded_domain_whitelist")),
                AttachmentLimits.of(FormRules.ofType("T", reference).messageField(), reference.config()),
                databaseZone);
    }
}
