package dev.ticketwire.command.notice.text;

import dev.ticketwire.osticket.format.LinkTokens;
import dev.ticketwire.osticket.format.OwnMessageIds;
import dev.ticketwire.osticket.reference.Reference;
import java.time.ZoneId;

/** What writing mails needs of a reference snapshot, derived once per snapshot. */
public record TextRules(
        Reference reference, Templates templates, People people, Dates dates, Links links, OwnMessageIds ids) {

    /** @param databaseZone the zone of the database's wall clock */
    public static TextRules of(Reference reference, ZoneId databaseZone, OwnMessageIds ids, LinkTokens tokens) {
        return new TextRules(
                reference,
                new Templates(reference),
                new People(reference.config()),
                new Dates(reference.config(), databaseZone),
                new Links(reference.config(), tokens),
                ids);
    }
}
