package dev.ticketwire.event.stream;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.event.stream.topic.Cursor;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.selection.Selection;
import dev.ticketwire.rest.request.AcceptHeader;
import dev.ticketwire.rest.request.QueryParameters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request for events.
 *
 * @param isStream whether they are sent as they happen, else one page
 * @param after where to begin; null for now, or for the oldest
 * @param limit maximum number of events of a page
 */
record EventRequest(boolean isStream, @Nullable Cursor after, boolean fromOldest, int limit, Viewer viewer) {
    static final String STREAM = "text/event-stream";

    private static final String JSON = "application/json";
    private static final String LAST_ID = "Last-Event-ID";
    private static final String AFTER = "after";
    private static final String LIMIT = "limit";
    private static final String OLDEST = "oldest";
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    /** @throws Refused 400 for what is unknown or invalid */
    static EventRequest parse(HttpServerRequest request, Identity caller, Supplier<Reference> reference) {
        boolean isStream = AcceptHeader.parse(String.join(",", request.headers().getAll(HttpHeaders.ACCEPT)))
                .asksFor(STREAM, JSON);
        QueryParameters sent = QueryParameters.parse(
                request.query(),
                name -> name.equals(AFTER) || !isStream && name.equals(LIMIT) || Selection.isFilter(name));
        String after = sent.one(AFTER);
        String lastId = isStream ? request.getHeader(LAST_ID) : null;
        // A client that reconnects repeats the address with which it began.
        String resumed = lastId == null || lastId.isBlank() ? null : lastId.strip();
        boolean fromOldest = resumed == null && OLDEST.equals(after);
        return new EventRequest(
                isStream,
                fromOldest ? null : resumed != null ? cursor(resumed, LAST_ID) : cursor(after, AFTER),
                fromOldest,
                sent.number(LIMIT, DEFAULT_LIMIT, 1, MAX_LIMIT),
                new Viewer(Selection.of(sent.all(), caller, reference)));
    }

    private static @Nullable Cursor cursor(@Nullable String text, String field) {
        if (text == null) {
            return null;
        }
        Cursor cursor = Cursor.parse(text);
        if (cursor == null) {
            throw Refused.of(ProblemCode.INVALID_CURSOR, "This is no cursor of the events", field);
        }
        return cursor;
    }

    /** Whether it begins with events that happen from now on. */
    boolean fromNow() {
        return after == null && !fromOldest;
    }
}
