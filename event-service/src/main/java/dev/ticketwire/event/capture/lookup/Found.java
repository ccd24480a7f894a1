package dev.ticketwire.event.capture.lookup;

import dev.ticketwire.binlog.LogPosition;
import dev.ticketwire.event.capture.row.FileRow;
import dev.ticketwire.event.capture.row.FormEntryRow;
import dev.ticketwire.event.capture.row.ThreadRow;
import java.util.Map;

/**
 * Rows by their ids. What does not exist is missing.
 *
 * @param end a position of the log that contains everything that was read. If the log holds no change of a row up to
 *     there, the row was the same all the time; else the before image of the first change says what it was
 */
public record Found(
        LogPosition end,
        Map<Long, TicketFacts> tickets,
        Map<Long, ThreadRow> threads,
        Map<Long, FormEntryRow> formEntries,
        Map<Long, String> users,
        Map<Long, FileRow> files,
        Map<Long, String> numbers) {}
