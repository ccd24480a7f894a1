package dev.ticketwire.seed;

import dev.ticketwire.seed.HelpDesk.Field;
import java.util.Set;

/** The rows of one user, as its first ticket brings them along. */
final class UserRows {
    /** osTicket keeps them in the user's own tables; the custom data hold NULL. */
    private static final Set<String> ELSEWHERE = Set.of("email", "name");

    private final HelpDesk desk;
    private final TicketBatch batch;

    UserRows(HelpDesk desk, TicketBatch batch) {
        this.desk = desk;
        this.batch = batch;
    }

    void write(int user, int id, int emailId, int formEntry, long created) {
        String name = SyntheticNames.name(user);
        String address = SyntheticNames.address(user);
        batch.to(SeededTable.USER)
                .number(id)
                .number(0)
                .number(emailId)
                .number(0)
                .text(name)
                .time(created)
                .time(created)
                .end();
        batch.to(SeededTable.USER_EMAIL)
                .number(emailId)
                .number(id)
                .number(0)
                .text(address)
                .end();
        batch.to(SeededTable.FORM_ENTRY)
                .number(formEntry)
                .number(desk.userForm().id())
                .number(id)
                .text("U")
                .number(1)
                .time(created)
                .time(created)
                .end();
        for (Field field : desk.userForm().fields()) {
            batch.to(SeededTable.FORM_VALUE)
                    .number(formEntry)
                    .number(field.id())
                    .nothing()
                    .nothing()
                    .end();
        }
        TableRows custom = batch.to(SeededTable.USER_ANSWERS).number(id);
        desk.userForm().columns().forEach(column -> custom.text(ELSEWHERE.contains(column) ? null : ""));
        custom.end();
        batch.to(SeededTable.SEARCH)
                .text("U")
                .number(id)
                .text(name)
                .text(" " + address + "\n" + address)
                .end();
    }
}
