package dev.ticketwire.query.search;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.rest.Answers;
import dev.ticketwire.rest.Caller;
import dev.ticketwire.rest.IgnoredNames;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /search?query=&status=&department=&email=&userId=&number=&limit=&offset=&sort=}: a list of tickets; {@code q} is
 * another word for {@code query}, {@code departmentId} for {@code department}, {@code requester} for {@code email}. Every value
 * has a meaning, if only "nothing"; but arrays are refused. {@code Link} leads to the next page, as the gateway's short path
 * has it; {@code Warning} names the parameters that were ignored.
 */
@Path("/search")
@RunOnVirtualThread
public class SearchResource {
    private static final Logger LOG = Logger.getLogger(SearchResource.class);

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
        if (!search.ignored().isEmpty()) {
            String names = IgnoredNames.listed(search.ignored());
            LOG.infof("key %d: parameters of a search ignored: %s", caller.apiKeyId(), names);
            answer.header(IgnoredNames.HEADER, IgnoredNames.warning(names));
        }
        return answer.build();
    }
}
