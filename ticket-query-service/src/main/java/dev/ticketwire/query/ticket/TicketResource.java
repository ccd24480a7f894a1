package dev.ticketwire.query.ticket;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.read.TicketVersion;
import dev.ticketwire.rest.Answers;
import dev.ticketwire.rest.Caller;
import dev.ticketwire.rest.EntityTag;
import dev.ticketwire.rest.Form;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /tickets/{number}}: as the plugin has it, by number, else by id. With {@code versioned=true}, as the short path has
 * it, by number alone; then it carries an {@code ETag} with the {@link
 * TicketVersion}, and who has that version already gets 304 after one statement.
 */
@Path("/tickets/{number}")
@RunOnVirtualThread
public class TicketResource {
    private final TicketReader tickets;
    private final HelpDeskReads reads;
    private final Caller caller;

    TicketResource(TicketReader tickets, HelpDeskReads reads, Caller caller) {
        this.tickets = tickets;
        this.reads = reads;
        this.caller = caller;
    }

    @GET
    public Response get(
            @PathParam("number") String number,
            @QueryParam("versioned") boolean versioned,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        if (!versioned) {
            return Answers.ok(read(number, true, accept));
        }
        // Before the ticket: one that changes in between has a tag that is too old rather than too new.
        Departments visible = caller.departments();
        String view = view(caller.identity());
        EntityTag tag = reads.readByText(
                        Optional.<String>empty(),
                        connection -> Optional.ofNullable(TicketVersion.of(connection, number, visible)))
                .map(version -> new EntityTag('"' + version + view + '"'))
                .orElseThrow(TicketId::unknown);
        Response.ResponseBuilder answer =
                tag.isAmong(known) ? Response.notModified() : Answers.form(read(number, false, accept));
        return answer.header(HttpHeaders.ETAG, tag.text()).build();
    }

    /** Who sees less of a ticket has another answer, and so another tag; empty for those who see all. */
    private static String view(Identity caller) {
        return caller.departments().areAll() && caller.seesNotes()
                ? ""
                : "-" + Integer.toHexString(Objects.hash(caller.departments().ids(), caller.seesNotes()));
    }

    private Form read(String number, boolean orId, @Nullable String accept) {
        return tickets.read(number, orId, caller.identity(), accept).orElseThrow(TicketId::unknown);
    }
}
