package dev.ticketwire.query.search;

import dev.ticketwire.answer.Answers;
import dev.ticketwire.identity.Caller;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /search?query=&status=&department=&limit=&offset=&sort=}: a list of tickets; {@code departmentId} is
 * another word for {@code department}. Every value has a meaning, if only "nothing"; but arrays are refused. {@code Link}
 * leads to the next page, as the gateway's short path has it.
 */
@Path("/search")
@RunOnVirtualThread
public class SearchResource {
    private final SearchReader tickets;
    private final ReferenceSnapshot snapshot;
    private final Caller caller;

    SearchResource(SearchReader tickets, ReferenceSnapshot snapshot, Caller caller) {
        this.tickets = tickets;
        this.snapshot = snapshot;
        this.caller = caller;
    }

    @GET
    public Response search(
            @Context HttpServerRequest request, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Reference reference = snapshot.current();
        Search search = Search.of(request.query(), caller.departments(), reference);
        SearchReader.Found found = tickets.read(search, reference, accept);
        Response.ResponseBuilder answer = Answers.form(found.tickets());
        if (found.isMore()) {
            answer.header(HttpHeaders.LINK, search.next(request.query()));
        }
        return answer.build();
    }
}
