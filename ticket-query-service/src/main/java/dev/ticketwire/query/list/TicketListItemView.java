package dev.ticketwire.query.list;

import dev.ticketwire.query.fields.ReferenceNames;
import dev.ticketwire.query.fields.TicketFields;
import dev.ticketwire.query.fields.TicketOwner;
import dev.ticketwire.query.fields.TicketSummaryView;
import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in a list: the fields of a search, and some of a get.
 *
 * @param parentId null without a parent that the caller may see
 */
record TicketListItemView(TicketFields ticket, @Nullable Long parentId, TicketOwner owner) implements View {

    static TicketListItemView read(ResultSet row, ReferenceNames names) throws SQLException {
        long parent = row.getLong("ticket_pid");
        return new TicketListItemView(
                TicketFields.read(row, names), parent == 0 ? null : parent, TicketOwner.read(row, names));
    }

    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        new TicketSummaryView(ticket).writeFields(out.startObject());
        out.field("state", ticket.state());
        out.field("closed", ticket.times().closed());
        out.field("source", ticket.source());
        out.nullableField("parentId", parentId);
        owner.writeTo(out);
        out.end();
    }
}
