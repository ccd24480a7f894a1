package dev.ticketwire.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Finished forms and problems as HTTP responses. */
public final class Answers {
    private Answers() {}

    /** 200 with the form's bytes and content type. */
    public static Response ok(Form form) {
        return form(form).build();
    }

    /** As {@link #ok}, open for more headers. */
    public static Response.ResponseBuilder form(Form form) {
        return Response.ok(form.bytes()).header(HttpHeaders.CONTENT_TYPE, form.contentType());
    }

    /** The problem as RFC 9457 has it; a 503 says when to try again. */
    public static Response problem(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .entity(bytes(problem))
                .header(HttpHeaders.CONTENT_TYPE, Problem.CONTENT_TYPE);
        if (problem.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, 5);
        }
        return response.build();
    }

    /** The problem as JSON. */
    public static byte[] bytes(Problem problem) {
        Form form = new Json().object();
        form.name("type").text(problem.type()).name("title").text(problem.title());
        form.name("status").number(problem.status()).name("detail").text(problem.detail());
        form.name("code").text(problem.code());
        if (problem.field() != null) {
            form.name("field").text(problem.field());
        }
        return form.end().bytes();
    }
}
