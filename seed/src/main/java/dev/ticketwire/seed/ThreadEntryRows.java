package dev.ticketwire.seed;

/** The rows of one ticket's thread entries, and when they were written. */
final class ThreadEntryRows {
    private static final int ORIGINAL = 65;
    private static final int LATER = 64;
    private static final String NEVER_EDITED = "0000-00-00 00:00:00";

    private final HelpDesk desk;
    private final TextGenerator prose;
    private final TicketBatch batch;
    private long lastMessage = SyntheticTicket.NEVER;
    private long lastResponse = SyntheticTicket.NEVER;

    ThreadEntryRows(HelpDesk desk, TextGenerator prose, TicketBatch batch) {
        this.desk = desk;
        this.prose = prose;
        this.batch = batch;
    }

    long lastMessage() {
        return lastMessage;
    }

    /** {@link SyntheticTicket#NEVER} if nobody answered. */
    long lastResponse() {
        return lastResponse;
    }

    private long last = SyntheticTicket.NEVER;

    /** When the last entry of any kind was written. */
    long last() {
        return last;
    }

    /** The first message at the ticket's beginning, the others spread over its life. */
    void write(SyntheticTicket story, String subject, int user, TicketRowIds ids, RandomChoices draws) {
        int count = SyntheticTicket.entries(story.number());
        long step = (story.end() - story.created()) / count;
        for (int i = 0; i < count; i++) {
            String type = i == 0 ? "M" : i == 1 ? "R" : draws.one(java.util.List.of("R", "R", "M", "M", "N"));
            long at = story.created() + (i == 0 ? 0 : step * i + draws.below((int) Math.max(1, step)));
            last = at;
            if (type.equals("M")) {
                lastMessage = at;
            } else if (type.equals("R")) {
                lastResponse = at;
            }
            entry(story, i == 0 ? subject : "", type, at, user, ids, i, draws);
        }
        if (draws.chance(5)) {
            batch.to(SeededTable.ATTACHMENT)
                    .number(ids.firstEntry())
                    .text("H")
                    .number(desk.file())
                    .number(0)
                    .end();
        }
    }

    private void entry(
            SyntheticTicket story,
            String title,
            String type,
            long at,
            int user,
            TicketRowIds ids,
            int index,
            RandomChoices draws) {
        boolean isMessage = type.equals("M");
        String body = prose.body(draws, story.number());
        int id = ids.firstEntry() + index;
        TableRows row = batch.to(SeededTable.THREAD_ENTRY).number(id);
        row.number(type.equals("R") ? ids.firstEntry() : 0).number(ids.thread());
        row.number(isMessage ? 0 : story.agent().id())
                .number(isMessage ? user : 0)
                .text(type);
        row.number(index == 0 ? ORIGINAL : LATER);
        row.text(
                isMessage
                        ? SyntheticNames.name(SyntheticNames.user(story.number()))
                        : story.agent().name());
        row.text(index == 0 ? story.source() : "").text(index == 0 ? title : null);
        row.text("<p>" + body + "</p>")
                .text("html")
                .text("192.0.2.1")
                .time(at)
                .text(NEVER_EDITED)
                .end();
        batch.to(SeededTable.SEARCH).text("H").number(id).text(title).text(body).end();
    }
}
