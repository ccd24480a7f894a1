package dev.ticketwire.event.capture.rule;

import dev.ticketwire.contract.event.Actor;
import dev.ticketwire.contract.event.TicketState.Named;
import dev.ticketwire.event.capture.row.EntryRow;
import dev.ticketwire.event.capture.row.HistoryRow;
import dev.ticketwire.event.capture.row.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The actors that rows name. */
final class People {
    /** The filters' name in osTicket's history. */
    static final String FILTER = "Ticket Filter";

    private static final String SYSTEM = "SYSTEM";

    private final List<Step> steps;
    private final Surroundings names;

    People(List<Step> steps, Surroundings names) {
        this.steps = steps;
        this.names = names;
    }

    /** Who wrote a history row. */
    Actor actor(HistoryRow row) {
        if (row.actor() != 0) {
            return "U".equals(row.actorType()) ? customer(row.actor()) : agent(row.actor());
        }
        return switch (row.username()) {
            case FILTER -> new Actor(Actor.Kind.FILTER, null, null);
            case SYSTEM, "" -> Actor.SYSTEM;
            default -> writer(row.username());
        };
    }

    /** osTicket notes only the name of a customer whose message reopens a ticket. */
    private Actor writer(String name) {
        for (Step step : steps) {
            EntryRow entry = step.after(EntryRow.class);
            if (entry != null && entry.customer() != 0 && name.equals(entry.poster())) {
                return customer(entry.customer());
            }
        }
        return new Actor(Actor.Kind.CUSTOMER, null, name);
    }

    Actor agent(long id) {
        return actor(Actor.Kind.AGENT, id, names.agent(id));
    }

    Actor customer(long id) {
        return actor(Actor.Kind.CUSTOMER, id, names.customer(id));
    }

    private static Actor actor(Actor.Kind kind, long id, @Nullable Named named) {
        return new Actor(kind, id, named == null ? null : named.name());
    }

    /** Who wrote an entry; null if nobody is named. */
    @Nullable
    Actor author(EntryRow entry) {
        if (entry.agent() != 0) {
            return agent(entry.agent());
        }
        return entry.customer() == 0 ? null : customer(entry.customer());
    }

    /** Who edited an entry. */
    Actor editor(EntryRow entry) {
        return "U".equals(entry.editorType()) ? customer(entry.editor()) : agent(entry.editor());
    }
}
