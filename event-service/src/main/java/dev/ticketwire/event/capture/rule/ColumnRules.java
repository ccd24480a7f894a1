package dev.ticketwire.event.capture.rule;

import dev.ticketwire.contract.event.ChangedMember;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.event.capture.row.TicketRow;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What changed columns of a ticket's row mean. Closing and reopening also change due date, overdue and answered marks,
 * and closing may assign the ticket to who closes it: they are told like any other change of these columns.
 */
final class ColumnRules {
    private final Surroundings names;

    ColumnRules(Surroundings names) {
        this.names = names;
    }

    List<Fact> of(TicketRow before, TicketRow after) {
        List<Fact> facts = new ArrayList<>();
        if (before.status() != after.status()) {
            facts.add(Fact.changed(
                    TicketEventType.STATUS_CHANGED,
                    ChangedMember.STATUS,
                    StateWriter.status(before.status(), names),
                    StateWriter.status(after.status(), names)));
        }
        addAssignment(before, after, facts);
        add(TicketEventType.TRANSFERRED, ChangedMember.DEPARTMENT, TicketRow::department, names::department)
                .to(facts, before, after);
        add(TicketEventType.TOPIC_CHANGED, ChangedMember.TOPIC, TicketRow::topic, names::topic)
                .to(facts, before, after);
        add(TicketEventType.SLA_CHANGED, ChangedMember.SLA, TicketRow::sla, names::sla)
                .to(facts, before, after);
        add(TicketEventType.OWNER_CHANGED, ChangedMember.OWNER, TicketRow::owner, names::customer)
                .to(facts, before, after);
        addPlain(TicketEventType.SOURCE_CHANGED, ChangedMember.SOURCE, TicketRow::source, facts, before, after);
        addPlain(
                TicketEventType.DUE_DATE_CHANGED,
                ChangedMember.DUE_DATE,
                row -> DatabaseTime.text(row.dueDate()),
                facts,
                before,
                after);
        addPlain(TicketEventType.OVERDUE, ChangedMember.OVERDUE, TicketRow::overdue, facts, before, after);
        addPlain(TicketEventType.ANSWERED, ChangedMember.ANSWERED, TicketRow::answered, facts, before, after);
        return facts;
    }

    /** Whether the change means anything. */
    static boolean isNews(TicketRow before, TicketRow after) {
        return before.status() != after.status()
                || before.agent() != after.agent()
                || before.team() != after.team()
                || before.department() != after.department()
                || before.topic() != after.topic()
                || before.sla() != after.sla()
                || before.owner() != after.owner()
                || before.parent() != after.parent()
                || before.isMerged() != after.isMerged()
                || before.overdue() != after.overdue()
                || before.answered() != after.answered()
                || !before.source().equals(after.source())
                || !Objects.equals(before.dueDate(), after.dueDate());
    }

    private void addAssignment(TicketRow before, TicketRow after, List<Fact> facts) {
        if (before.agent() != after.agent() || before.team() != after.team()) {
            facts.add(new Fact(
                    TicketEventType.ASSIGNED,
                    Fact.kind(TicketEventType.ASSIGNED),
                    assignment(before),
                    assignment(after)));
        }
    }

    private java.util.Map<String, @Nullable Object> assignment(TicketRow row) {
        return Fact.two(ChangedMember.AGENT, names.agent(row.agent()), ChangedMember.TEAM, names.team(row.team()));
    }

    private record Relation(
            TicketEventType type,
            ChangedMember member,
            ToLongFunction<TicketRow> column,
            LongFunction<? extends @Nullable Object> name) {
        void to(List<Fact> facts, TicketRow before, TicketRow after) {
            long old = column.applyAsLong(before);
            long now = column.applyAsLong(after);
            if (old != now) {
                facts.add(Fact.changed(type, member, name.apply(old), name.apply(now)));
            }
        }
    }

    private static Relation add(
            TicketEventType type,
            ChangedMember member,
            ToLongFunction<TicketRow> column,
            LongFunction<? extends @Nullable Object> name) {
        return new Relation(type, member, column, name);
    }

    private static void addPlain(
            TicketEventType type,
            ChangedMember member,
            Function<TicketRow, @Nullable Object> column,
            List<Fact> facts,
            TicketRow before,
            TicketRow after) {
        Object old = column.apply(before);
        Object now = column.apply(after);
        if (!Objects.equals(old, now)) {
            facts.add(Fact.changed(type, member, old, now));
        }
    }
}
