package dev.ticketwire.stats.report;

import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.rest.request.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /statistics/counts}, {@code /days} and {@code /times}, as JSON or CSV. All take the filters of tickets,
 * {@code from} and {@code to}; a report that takes longer than eight seconds is refused as too broad. The type is
 * chosen here and not by {@code @Produces}, because the parameter {@code format} overrides the header.
 */
@Path("/statistics")
@RunOnVirtualThread
public class ReportResource {
    private final CountsReport counts;
    private final DaysReport days;
    private final TimesReport times;
    private final ReferenceSnapshot snapshot;
    private final Caller caller;

    ReportResource(CountsReport counts, DaysReport days, TimesReport times, ReferenceSnapshot snapshot, Caller caller) {
        this.counts = counts;
        this.days = days;
        this.times = times;
        this.snapshot = snapshot;
        this.caller = caller;
    }

    @GET
    @Path("/counts")
    public Response counts(
            @Context HttpServerRequest request, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        ReportRequest parameters = parameters(request, accept, true);
        return response(counts.read(parameters), parameters);
    }

    @GET
    @Path("/days")
    public Response days(@Context HttpServerRequest request, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        ReportRequest parameters = parameters(request, accept, false);
        return response(days.read(parameters), parameters);
    }

    @GET
    @Path("/times")
    public Response times(
            @Context HttpServerRequest request, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        ReportRequest parameters = parameters(request, accept, true);
        return response(times.read(parameters), parameters);
    }

    private ReportRequest parameters(HttpServerRequest request, @Nullable String accept, boolean isGrouped) {
        return ReportRequest.parse(request.query(), accept, isGrouped, caller.identity(), snapshot.current());
    }

    private static Response response(Report<?> report, ReportRequest parameters) {
        return Response.ok(report, parameters.wantsCsv() ? CsvBodyWriter.CSV : MediaType.APPLICATION_JSON)
                .build();
    }
}
