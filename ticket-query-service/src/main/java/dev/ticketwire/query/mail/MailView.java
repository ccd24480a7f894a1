package dev.ticketwire.query.mail;

import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail about a ticket.
 *
 * @param state {@code waiting}, {@code sent}, {@code failed} or {@code discarded}
 * @param from {@code Name <address>}, or the address alone
 * @param recipients null for a caller who must not see them
 * @param created on the database's wall clock, as the ticket's times
 * @param nextAttempt null unless it waits; UTC, like {@code settled}
 * @param settled null while it waits
 * @param error why it was not sent by the last attempt
 */
record MailView(
        long id,
        String type,
        String state,
        String subject,
        String from,
        @Nullable List<MailAddressee> recipients,
        String created,
        int attempts,
        @Nullable String nextAttempt,
        @Nullable String settled,
        @Nullable String error)
        implements View {

    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        out.startObject().field("id", id).field("type", type);
        out.field("state", state).field("subject", subject).field("from", from);
        if (recipients != null) {
            out.field("recipients").startArray();
            for (MailAddressee one : recipients) {
                out.startObject().field("as", one.as()).field("name", one.name());
                out.field("address", one.address()).end();
            }
            out.end();
        }
        out.field("created", created).field("attempts", attempts);
        out.field("nextAttempt", nextAttempt).field("settled", settled);
        out.field("error", error).end();
    }
}
