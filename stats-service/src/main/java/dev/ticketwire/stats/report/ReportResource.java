package dev.ticketwire.stats.report;

import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.rest.Answers;
import dev.ticketwire.rest.Caller;
import dev.ticketwire.rest.Json;
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
 * {@code GET /statistics/counts}, {@code /days} and {@code /times}, as JSON or CSV. All take the filters of tickets, and
 * {@code from} and {@code to}; what takes longer than eight seconds is refused as too broad.
 */
@Path("/statistics")
@RunOnVirtualThread
public class ReportResource {
    private final Counts counts;
    private final Daily days;
    private final Times times;
    private final ReferenceSnapshot snapshot;
    private final Caller caller;

    ReportResource(Counts counts, Daily days, Times times, ReferenceSnapshot snapshot, Caller caller) {
        this.counts = counts;
        this.days = days;
        this.times = times;
        this.snapshot = snapshot;
        this.caller = caller;
    }

    private Question question(HttpServerRequest request, @Nullable String accept, boolean isGrouped) {
        return Question.of(request.query(), accept, isGrouped, caller.identity(), snapshot.current());
    }

    @GET
    @Path("/counts")
    public Response counts(
            @Context HttpServerRequest request, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Question question = question(request, accept, true);
        Sheet sheet = counts.read(question);
        return question.isCsv() ? csv(sheet) : Answers.ok(JsonSheet.list(sheet));
    }

    @GET
    @Path("/days")
    public Response days(@Context HttpServerRequest request, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Question question = question(request, accept, false);
        Sheet sheet = days.read(question);
        return question.isCsv() ? csv(sheet) : Answers.ok(JsonSheet.list(sheet));
    }

    @GET
    @Path("/times")
    public Response times(
            @Context HttpServerRequest request, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Question question = question(request, accept, true);
        Sheet sheet = times.read(question);
        Json json = question.by() == null ? JsonSheet.one(sheet) : JsonSheet.list(sheet);
        return question.isCsv() ? csv(sheet) : Answers.ok(json);
    }

    private static Response csv(Sheet sheet) {
        return Response.ok(CsvSheet.bytes(sheet))
                .header(HttpHeaders.CONTENT_TYPE, CsvSheet.CONTENT_TYPE)
                .build();
    }
}
