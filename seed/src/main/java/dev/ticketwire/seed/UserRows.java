package dev.ticketwire.seed;

import dev.ticketwire.seed.HelpDesk.Field;
import java.util.Set;

/** The rows of one user, written with the user's first ticket. */
final class UserRows {
    /** osTicket stores them in the user tables; the custom-data table has NULL. */
    private static final Set<String> ELSEWHERE = Set.of("email", "name");

    private final HelpDesk desk;
    private final TicketBatch batch;

    UserRows(HelpDesk desk, TicketBatch batch) {
        this.desk = desk;
        this.batch = batch;
    }

    /** Writes the rows of a user. */
    void write(NewUser user) {
        String name = SyntheticNames.name(user.runningNumber());
        String address = SyntheticNames.address(user.runningNumber());
        TableRows row = batch.to(SeededTable.USER).numbers(user.id(), 0, user.emailId(), 0);
        row.text(name).times(user.created(), user.created()).end();
        batch.to(SeededTable.USER_EMAIL)
                .numbers(user.emailId(), user.id(), 0)
                .text(address)
                .end();
        writeForm(user);
        row = batch.to(SeededTable.SEARCH).text("U").number(user.id());
        row.texts(name, " " + address + "\n" + address).end();
    }

    private void writeForm(NewUser user) {
        TableRows entry = batch.to(SeededTable.FORM_ENTRY);
        entry.numbers(user.formEntryId(), desk.userForm().id(), user.id()).text("U");
        entry.number(1).times(user.created(), user.created()).end();
        for (Field field : desk.userForm().fields()) {
            TableRows answer = batch.to(SeededTable.FORM_VALUE);
            answer.numbers(user.formEntryId(), field.id()).nothing().nothing().end();
        }
        TableRows custom = batch.to(SeededTable.USER_ANSWERS).number(user.id());
        desk.userForm().columns().forEach(column -> custom.text(ELSEWHERE.contains(column) ? null : ""));
        custom.end();
    }

    /**
     * A user to write.
     *
     * @param runningNumber determines the name
     * @param created seconds since 1970 on the database's clock
     */
    record NewUser(int runningNumber, int id, int emailId, int formEntryId, long created) {}
}
