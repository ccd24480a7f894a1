package dev.ticketwire.event.capture.row;

/** A row of one of the {@link CapturedTables}, with the columns that matter for events. */
public sealed interface CapturedRow
        permits TicketRow,
                ThreadRow,
                EntryRow,
                HistoryRow,
                CollaboratorRow,
                ReferralRow,
                FormEntryRow,
                AnswerRow,
                AttachmentRow,
                FileRow,
                UserRow,
                InboxRow {}
