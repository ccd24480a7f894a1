package dev.ticketwire.command.update;

import dev.ticketwire.command.entry.ApiCaller;
import dev.ticketwire.command.entry.Attachments;
import dev.ticketwire.contract.command.UpdateTicket;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.body.BodyFormat;
import dev.ticketwire.osticket.body.SubjectText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An internal note that is not stored yet.
 *
 * @param title null for none
 * @param caller who wrote it
 * @param ip of the caller
 * @param silent whether nobody is told by mail
 */
record InternalNote(
        @Nullable String title, Body body, Attachments attachments, ApiCaller caller, String ip, boolean silent) {
    private static final String DEFAULT_TITLE = "API Update";

    /**
     * @param sent not blank
     * @throws Refused if the note is empty, or its format is unknown
     */
    static InternalNote of(UpdateTicket.Note sent, ApiCaller caller, String ip, UpdateRules rules) {
        Optional<BodyFormat> format = BodyFormat.parse(sent.format());
        if (format.isEmpty()) {
            String text = sent.format().isBlank()
                    ? "Format cannot be empty"
                    : "Invalid format. Allowed: markdown, html, text";
            throw Refused.of(ProblemCode.FORMAT_UNKNOWN, text, "noteFormat");
        }
        if (sent.body().equals("0")) {
            throw Refused.of(ProblemCode.NOTE_EMPTY, "Failed to post note: Note content is required", "note");
        }
        String title = sent.title();
        return new InternalNote(
                SubjectText.title(title == null ? DEFAULT_TITLE : title),
                Body.ofNote(sent.body(), format.get(), rules.bodies()),
                Attachments.of(sent.attachments(), rules.attachments()),
                caller,
                ip,
                sent.silent());
    }
}
