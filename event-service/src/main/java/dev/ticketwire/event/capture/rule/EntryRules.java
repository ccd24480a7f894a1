package dev.ticketwire.event.capture.rule;

import dev.ticketwire.contract.event.AttachedFile;
import dev.ticketwire.contract.event.ChangedMember;
import dev.ticketwire.contract.event.Entry;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.event.capture.row.AttachmentRow;
import dev.ticketwire.event.capture.row.EntryRow;
import dev.ticketwire.event.capture.row.FileRow;
import dev.ticketwire.event.capture.row.Step;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a ticket's thread. osTicket edits an entry by writing a new one that names the old one, marks the new one
 * as edited in a later commit, and hides or deletes the old one: one event. Entries that a merge moves to another
 * thread, and entries that a deletion removes, give none.
 */
final class EntryRules {
    private final List<Step> steps;
    private final Surroundings names;

    /** @param steps all that is told together */
    EntryRules(List<Step> steps, Surroundings names) {
        this.steps = steps;
        this.names = names;
    }

    List<Fact> of(int index) {
        Step step = steps.get(index);
        EntryRow before = step.before(EntryRow.class);
        EntryRow after = step.after(EntryRow.class);
        if (after == null) {
            return List.of();
        }
        if (before == null) {
            EntryRow latest = latest(after.id());
            return List.of(latest.isEdited() ? edited(original(after.parent()), latest) : posted(latest));
        }
        boolean isToldByInsert = rows(Step::isInsert, after.id());
        return isToldByInsert || !isNews(before, after)
                ? List.of()
                : List.of(edited(before.isEdited() == after.isEdited() ? before : original(after.parent()), after));
    }

    /** Whether an update of an entry means anything. */
    static boolean isNews(EntryRow before, EntryRow after) {
        return !before.isEdited() && after.isEdited()
                || !before.body().equals(after.body())
                || !Objects.equals(before.title(), after.title());
    }

    /** The entry as it is after all steps. */
    Entry entry(long id) {
        return entry(latest(id), step -> step.after(AttachmentRow.class));
    }

    private Fact posted(EntryRow entry) {
        TicketEventType type = switch (entry.type()) {
            case "M" -> TicketEventType.MESSAGE_POSTED;
            case "R" -> TicketEventType.REPLY_POSTED;
            default -> TicketEventType.NOTE_POSTED;
        };
        return Fact.added(type, ChangedMember.ENTRY, entry(entry.id()));
    }

    private Fact edited(@Nullable EntryRow before, EntryRow after) {
        Entry edited = entry(after, step -> step.after(AttachmentRow.class));
        return before == null
                ? Fact.added(TicketEventType.ENTRY_EDITED, ChangedMember.ENTRY, edited)
                : Fact.changed(
                        TicketEventType.ENTRY_EDITED,
                        ChangedMember.ENTRY,
                        entry(before, step -> step.before(AttachmentRow.class)),
                        edited);
    }

    /** The last version of an entry among the steps, before another entry replaces it; there is one. */
    private EntryRow latest(long id) {
        EntryRow latest = null;
        for (Step step : steps) {
            EntryRow after = step.after(EntryRow.class);
            if (after != null && after.id() == id && (latest == null || !after.isHidden())) {
                latest = after;
            }
        }
        return Objects.requireNonNull(latest);
    }

    /** The entry that was replaced; osTicket hides or deletes it in the same action, so its row is among the steps. */
    private @Nullable EntryRow original(long id) {
        EntryRow original = null;
        for (Step step : steps) {
            EntryRow before = step.before(EntryRow.class);
            if (before != null && before.id() == id) {
                original = before;
            }
        }
        return original;
    }

    private boolean rows(Function<Step, Boolean> condition, long id) {
        return steps.stream()
                .anyMatch(step -> step.row() instanceof EntryRow entry && entry.id() == id && condition.apply(step));
    }

    private Entry entry(EntryRow row, Function<Step, @Nullable AttachmentRow> attachment) {
        return new Entry(
                row.id(),
                type(row),
                row.poster(),
                names.agent(row.agent()),
                names.customer(row.customer()),
                row.isSystem(),
                row.title(),
                row.body(),
                row.isCut(),
                row.format(),
                DatabaseTime.text(row.created()),
                attachments(row.id(), attachment));
    }

    private static Entry.Type type(EntryRow row) {
        return row.isMessage() ? Entry.Type.MESSAGE : row.isReply() ? Entry.Type.REPLY : Entry.Type.NOTE;
    }

    private List<AttachedFile> attachments(long entry, Function<Step, @Nullable AttachmentRow> attachment) {
        return steps.stream()
                .map(attachment)
                .filter(row -> row != null && row.object() == entry)
                .map(Objects::requireNonNull)
                .map(this::file)
                .distinct()
                .sorted(Comparator.comparingLong(AttachedFile::id))
                .toList();
    }

    private AttachedFile file(AttachmentRow row) {
        FileRow file = names.files().get(row.file());
        String own = row.name() == null || row.name().isEmpty() ? null : row.name();
        return file == null
                ? new AttachedFile(row.id(), own, null, null, row.isInline())
                : new AttachedFile(row.id(), own == null ? file.name() : own, file.size(), file.type(), row.isInline());
    }
}
