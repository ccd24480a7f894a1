package dev.ticketwire.query.mail;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.request.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /tickets/{number}/mails}: the mails that Ticketwire has sent, or will send, about a ticket. */
@Path("/tickets/{number}/mails")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MailResource {
    private final MailReader mails;
    private final Caller caller;

    MailResource(MailReader mails, Caller caller) {
        this.mails = mails;
        this.caller = caller;
    }

    @GET
    public MailsView get(@PathParam("number") String number) {
        return mails.of(number, caller.identity())
                .orElseThrow(() -> Refused.of(ProblemCode.TICKET_NOT_FOUND, "Ticket not found"));
    }
}
