package dev.ticketwire.query.search;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.rest.render.ListView;
import dev.ticketwire.rest.request.Caller;
import dev.ticketwire.rest.request.IgnoredNames;
import dev.ticketwire.rest.request.NextLink;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /search?query=&status=&department=&email=&userId=&number=&limit=&offset=&sort=}: a list of tickets.
 * Aliases: {@code q} for {@code query}, {@code departmentId} for {@code department}, {@code requester} for {@code
 * email}. Any value is accepted, but no array. {@code Link} leads to the next page by the gateway's short path; {@code
 * Warning} names the parameters that were ignored.
 */
@Path("/search")
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
@RunOnVirtualThread
public class SearchResource {
    private static final Logger LOG = Logger.getLogger(SearchResource.class);
    private static final String SHORT_PATH = "/tickets/search";

    private final SearchReader tickets;
    private final ReferenceSnapshot snapshot;
    private final Caller caller;

    SearchResource(SearchReader tickets, ReferenceSnapshot snapshot, Caller caller) {
        this.tickets = tickets;
        this.snapshot = snapshot;
        this.caller = caller;
    }

    @GET
    public Response search(@Context HttpServerRequest httpRequest) {
        Reference reference = snapshot.current();
        SearchRequest request = SearchRequest.parse(httpRequest.query(), caller.departments(), reference);
        SearchPage page = tickets.read(request, reference);
        Response.ResponseBuilder response = Response.ok(new ListView<>(page.tickets()));
        if (page.hasMore()) {
            response.header(HttpHeaders.LINK, nextLink(httpRequest.query(), request));
        }
        if (!request.ignored().isEmpty()) {
            String names = IgnoredNames.listed(request.ignored());
            LOG.infof("key %d: parameters of a search ignored: %s", caller.apiKeyId(), names);
            response.header(IgnoredNames.HEADER, IgnoredNames.warning(names));
        }
        return response.build();
    }

    private static String nextLink(@Nullable String query, SearchRequest request) {
        return NextLink.to(SHORT_PATH, query, "offset", Long.toString(request.offset() + request.limit()));
    }
}
