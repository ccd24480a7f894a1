package dev.ticketwire.event.capture.row;

import dev.ticketwire.binlog.Row;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code thread_entry}. Ids are 0 for none.
 *
 * @param parent the entry that it replies to, or of which it is the edited version
 * @param type {@code M} message, {@code R} reply, {@code N} note
 * @param editor who edited it
 * @param editorType {@code S} agent, {@code U} customer
 * @param body at most 64 KiB of UTF-8
 * @param isCut whether the body is longer
 */
public record EntryRow(
        long id,
        long parent,
        long thread,
        long agent,
        long customer,
        String type,
        long flags,
        @Nullable String poster,
        long editor,
        @Nullable String editorType,
        @Nullable String title,
        String body,
        boolean isCut,
        String format,
        @Nullable LocalDateTime created)
        implements CapturedRow {
    public static final List<String> COLUMNS = List.of(
            "id",
            "pid",
            "thread_id",
            "staff_id",
            "user_id",
            "type",
            "flags",
            "poster",
            "editor",
            "editor_type",
            "title",
            "body",
            "format",
            "created");

    private static final int EDITED = 2;
    private static final int HIDDEN = 4;
    private static final int SYSTEM = 0x80;

    static EntryRow of(Row row) {
        String text = Values.text(row, "body");
        String body = BodyLimit.cut(text);
        return new EntryRow(
                Values.number(row, "id"),
                Values.number(row, "pid"),
                Values.number(row, "thread_id"),
                Values.number(row, "staff_id"),
                Values.number(row, "user_id"),
                Values.text(row, "type"),
                Values.number(row, "flags"),
                row.text("poster"),
                Values.number(row, "editor"),
                row.text("editor_type"),
                row.text("title"),
                body,
                body.length() < text.length(),
                Values.text(row, "format"),
                row.time("created"));
    }

    /** Whether it is the edited version of another entry. */
    public boolean isEdited() {
        return editor != 0 && (flags & EDITED) != 0;
    }

    /** Whether an edited version has replaced it. */
    public boolean isHidden() {
        return (flags & HIDDEN) != 0;
    }

    /** Whether osTicket wrote it, in nobody's name. */
    public boolean isSystem() {
        return (flags & SYSTEM) != 0;
    }

    public boolean isMessage() {
        return type.equals("M");
    }

    public boolean isReply() {
        return type.equals("R");
    }
}
