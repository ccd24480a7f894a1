package dev.ticketwire.command.change;

import static dev.ticketwire.osticket.sql.Column.column;
import static dev.ticketwire.osticket.sql.Column.fixed;

import dev.ticketwire.osticket.sql.Insert;

/**
 * A row of osTicket's table {@code thread_referral}: gives an agent, team or department access to the ticket.
 *
 * @param object id of the agent, team or department
 * @param created as the database writes times
 */
record ReferralRow(int thread, int object, String created) {

    /** @param objectType {@code S} agent, {@code E} team, {@code D} department */
    static Insert<ReferralRow> insert(String objectType) {
        return Insert.into(
                "{thread_referral}",
                column("thread_id", ReferralRow::thread),
                column("object_id", ReferralRow::object),
                fixed("object_type", "'" + objectType + "'"),
                column("created", ReferralRow::created));
    }
}
