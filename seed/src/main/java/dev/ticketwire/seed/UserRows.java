package dev.ticketwire.seed;

import dev.ticketwire.seed.Desk.Field;
import java.util.Set;

/** The rows of one user, as its first ticket brings them along. */
final class UserRows {
    /** osTicket keeps them in the user's own tables; the custom data hold NULL. */
    private static final Set<String> ELSEWHERE = Set.of("email", "name");

    private final Desk desk;
    private final Batch batch;

    UserRows(Desk desk, Batch batch) {
        this.desk = desk;
        this.batch = batch;
    }

    void write(int user, int id, int emailId, int formEntry, long created) {
        String name = Names.name(user);
        String address = Names.address(user);
        batch.to(Table.USER)
                .number(id)
                .number(0)
                .number(emailId)
                .number(0)
                .text(name)
                .time(created)
                .time(created)
                .end();
        batch.to(Table.USER_EMAIL)
                .number(emailId)
                .number(id)
                .number(0)
                .text(address)
                .end();
        batch.to(Table.FORM_ENTRY)
                .number(formEntry)
                .number(desk.userForm().id())
                .number(id)
                .text("U")
                .number(1)
                .time(created)
                .time(created)
                .end();
        for (Field field : desk.userForm().fields()) {
            batch.to(Table.FORM_VALUE)
                    .number(formEntry)
                    .number(field.id())
                    .nothing()
                    .nothing()
                    .end();
        }
        Rows custom = batch.to(Table.USER_ANSWERS).number(id);
        desk.userForm().columns().forEach(column -> custom.text(ELSEWHERE.contains(column) ? null : ""));
        custom.end();
        batch.to(Table.SEARCH)
                .text("U")
                .number(id)
                .text(name)
                .text(" " + address + "\n" + address)
                .end();
    }
}
