package dev.ticketwire.event.capture.rule;

import dev.ticketwire.contract.event.ChangedMember;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.event.TicketReference;
import dev.ticketwire.event.capture.row.TicketRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parents and children. The child's row carries the change, whether it was linked in the agent panel, merged, or made
 * a subticket through the API, where nothing of the parent's row changes; so one row gives an event of each of the two
 * tickets.
 */
final class FamilyRules {
    private final Surroundings names;

    FamilyRules(Surroundings names) {
        this.names = names;
    }

    /** The child's event. */
    List<Fact> ofChild(TicketRow before, TicketRow after) {
        boolean isMerged = after.isMerged() && !before.isMerged();
        if (before.parent() == after.parent() && !isMerged) {
            return List.of();
        }
        TicketReference old = before.parent() == 0 ? null : names.ticket(before.parent());
        if (after.parent() == 0) {
            return old == null ? List.of() : List.of(Fact.removed(TicketEventType.UNLINKED, ChangedMember.PARENT, old));
        }
        TicketEventType type = isMerged ? TicketEventType.MERGED : TicketEventType.LINKED;
        TicketReference parent = names.ticket(after.parent());
        return List.of(
                old == null
                        ? Fact.added(type, ChangedMember.PARENT, parent)
                        : Fact.changed(type, ChangedMember.PARENT, old, parent));
    }

    /**
     * The parent's event.
     *
     * @param before the child's row; null if the child is new
     */
    List<Fact> ofParent(long parent, @Nullable TicketRow before, @Nullable TicketRow after) {
        if (after == null) {
            return List.of();
        }
        TicketReference child = new TicketReference(after.id(), after.number());
        boolean was = before != null && before.parent() == parent;
        boolean wasMerged = before != null && was && before.isMerged();
        boolean is = after.parent() == parent;
        if (is && after.isMerged() && !wasMerged) {
            return List.of(Fact.added(TicketEventType.MERGED, ChangedMember.CHILD, child)
                    .ofParent());
        }
        if (is && !was) {
            return List.of(Fact.added(TicketEventType.LINKED, ChangedMember.CHILD, child)
                    .ofParent());
        }
        return was && !is
                ? List.of(Fact.removed(TicketEventType.UNLINKED, ChangedMember.CHILD, child)
                        .ofParent())
                : List.of();
    }
}
