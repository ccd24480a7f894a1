package dev.ticketwire.seed;

import java.util.List;

/** The rows of one ticket's thread entries, and their times. */
final class SyntheticEntryRows {
    private static final int ORIGINAL = 65;
    private static final int LATER = 64;
    private static final String NEVER_EDITED = "0000-00-00 00:00:00";

    private final SyntheticTicket ticket;
    private final int user;
    private final TicketRowIds ids;
    private final HelpDesk desk;
    private final TextGenerator texts;
    private final TicketBatch batch;
    private long lastMessage = SyntheticTicket.NEVER;
    private long lastResponse = SyntheticTicket.NEVER;
    private long last = SyntheticTicket.NEVER;

    SyntheticEntryRows(SyntheticTicketRows.Thread thread, HelpDesk desk, TextGenerator texts, TicketBatch batch) {
        this.ticket = thread.ticket();
        this.user = thread.user();
        this.ids = thread.ids();
        this.desk = desk;
        this.texts = texts;
        this.batch = batch;
    }

    long lastMessage() {
        return lastMessage;
    }

    /** Time of the last response; {@link SyntheticTicket#NEVER} if there is none. */
    long lastResponse() {
        return lastResponse;
    }

    /** Time of the last entry of any kind. */
    long last() {
        return last;
    }

    /** Writes the first message at the creation of the ticket, and the others spread over its lifetime. */
    void write(String subject, RandomChoices random) {
        int count = TicketGenerator.entries(ticket.number());
        long step = (ticket.times().end() - ticket.times().created()) / count;
        for (int i = 0; i < count; i++) {
            String type = type(i, random);
            long at = ticket.times().created() + (i == 0 ? 0 : step * i + random.nextInt((int) Math.max(1, step)));
            note(type, at);
            entry(i, type, i == 0 ? subject : "", at, texts.body(random, ticket.number()));
        }
        if (random.chance(5)) {
            TableRows row = batch.to(SeededTable.ATTACHMENT).number(ids.firstEntry());
            row.text("H").numbers(desk.file(), 0).end();
        }
    }

    private static String type(int index, RandomChoices random) {
        return switch (index) {
            case 0 -> "M";
            case 1 -> "R";
            default -> random.oneOf(List.of("R", "R", "M", "M", "N"));
        };
    }

    private void note(String type, long at) {
        last = at;
        if (type.equals("M")) {
            lastMessage = at;
        } else if (type.equals("R")) {
            lastResponse = at;
        }
    }

    private void entry(int index, String type, String title, long at, String body) {
        boolean isMessage = type.equals("M");
        boolean isFirst = index == 0;
        int id = ids.firstEntry() + index;
        TableRows row = batch.to(SeededTable.THREAD_ENTRY).number(id);
        row.numbers(type.equals("R") ? ids.firstEntry() : 0, ids.thread());
        row.numbers(isMessage ? 0 : ticket.routing().agent().id(), isMessage ? user : 0);
        row.text(type).number(isFirst ? ORIGINAL : LATER);
        String requester = SyntheticNames.name(SyntheticNames.user(ticket.number()));
        row.text(isMessage ? requester : ticket.routing().agent().name());
        row.texts(isFirst ? ticket.source() : "", isFirst ? title : null);
        row.texts("<p>" + body + "</p>", "html", "192.0.2.1");
        row.time(at).text(NEVER_EDITED).end();
        batch.to(SeededTable.SEARCH).text("H").number(id).texts(title, body).end();
    }
}
