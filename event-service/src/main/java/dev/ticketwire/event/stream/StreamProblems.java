package dev.ticketwire.event.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.event.stream.topic.CursorExpired;
import dev.ticketwire.event.stream.topic.EventsUnavailable;
import dev.ticketwire.rest.Problem;
import dev.ticketwire.rest.ProblemMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers what cannot be answered with events. */
@ApplicationScoped
class StreamProblems {
    private static final String RETRY_AFTER_SECONDS = "2";

    private final ProblemMapper mapper;
    private final ObjectMapper json;

    StreamProblems(ProblemMapper mapper, ObjectMapper json) {
        this.mapper = mapper;
        this.json = json;
    }

    void answer(HttpServerResponse response, Throwable failure) {
        if (response.closed() || response.headWritten()) {
            return;
        }
        Problem problem = problem(failure);
        ObjectNode body = json.valueToTree(problem);
        if (failure instanceof CursorExpired expired) {
            body.put("oldest", expired.oldest().text());
        }
        if (problem.status() == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.CONTENT_TYPE)
                .end(body.toString());
    }

    private Problem problem(Throwable failure) {
        if (failure instanceof CursorExpired) {
            return Problem.of(Refusal.of(
                    ProblemCode.CURSOR_EXPIRED,
                    "Events after this cursor are no longer kept; oldest is the first that is"));
        }
        return failure instanceof EventsUnavailable
                ? Problem.of(Refusal.of(ProblemCode.EVENTS_UNAVAILABLE, String.valueOf(failure.getMessage())))
                : mapper.problem(failure);
    }
}
