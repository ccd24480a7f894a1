package dev.ticketwire.command.notice;

import dev.ticketwire.command.notice.facts.FactsReader;
import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.command.notice.facts.TicketFacts;
import dev.ticketwire.command.notice.plan.MailPlanner;
import dev.ticketwire.command.notice.plan.PlanRules;
import dev.ticketwire.command.notice.plan.PlannedMail;
import dev.ticketwire.command.notice.text.Composer;
import dev.ticketwire.command.notice.text.Letter;
import dev.ticketwire.command.notice.text.TextRules;
import dev.ticketwire.osticket.format.LinkTokens;
import dev.ticketwire.osticket.format.OwnMessageIds;
import dev.ticketwire.osticket.mail.MailSwitch;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.SnapshotCache;
import dev.ticketwire.osticket.time.DatabaseZone;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides which mails are sent, and stores them in the transaction of the change: a mail exists exactly if its change
 * does. The mail service sends them.
 */
@ApplicationScoped
public class Notices {
    private final MailSwitch mails;
    private final OwnMessageIds ids;
    private final LinkTokens tokens;
    private final SnapshotCache<Rules> rules = new SnapshotCache<>();
    private final Company company = new Company();
    private final Map<MailType, Counter> decided = new EnumMap<>(MailType.class);

    private record Rules(ZoneId databaseZone, PlanRules plan, TextRules text) {}

    Notices(
            MailSwitch mails,
            @ConfigProperty(name = OwnMessageIds.SETTING) Optional<String> secret,
            MeterRegistry registry) {
        this.mails = mails;
        this.ids = OwnMessageIds.of(secret);
        this.tokens = LinkTokens.of(secret);
        for (MailType type : MailType.values()) {
            decided.put(
                    type,
                    Counter.builder("ticketwire.mails.decided")
                            .tag("type", type.label())
                            .register(registry));
        }
        Gauge.builder("ticketwire.mails.enabled", () -> mails.isOn() ? 1 : 0).register(registry);
    }

    /** Stores the mails about what a wave did; its rows are written. The number of statements is fixed. */
    public void tell(Connection connection, Reference reference, LocalDateTime now, List<Occasion> occasions)
            throws SQLException {
        if (!mails.isOn() || occasions.isEmpty()) {
            return;
        }
        Rules current = rules(connection, reference);
        List<TicketFacts> facts = FactsReader.read(
                connection,
                reference,
                current.databaseZone,
                occasions,
                current.text.templates().wanted(occasions));
        Composer composer = composer(connection, current, now);
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < occasions.size(); i++) {
            TicketFacts ticket = facts.get(i);
            if (ticket != null) {
                for (PlannedMail mail : MailPlanner.plan(current.plan, occasions.get(i), ticket)) {
                    letters.add(composer.compose(mail));
                }
            }
        }
        if (!letters.isEmpty()) {
            MailRows.write(connection, letters, now);
            letters.forEach(letter ->
                    Objects.requireNonNull(decided.get(letter.planned().type())).increment());
        }
    }

    /** Writes texts by the rules of the snapshot, also while no mails are sent. */
    public Composer composer(Connection connection, Reference reference, LocalDateTime now) throws SQLException {
        return composer(connection, rules(connection, reference), now);
    }

    private Composer composer(Connection connection, Rules current, LocalDateTime now) throws SQLException {
        return new Composer(current.text, company.answers(connection), now);
    }

    private Rules rules(Connection connection, Reference reference) throws SQLException {
        return rules.of(reference, snapshot -> {
            ZoneId zone = DatabaseZone.of(connection);
            return new Rules(zone, PlanRules.of(snapshot), TextRules.of(snapshot, zone, ids, tokens));
        });
    }
}
