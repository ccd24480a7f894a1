package dev.ticketwire.command.create;

import dev.ticketwire.command.entry.AttachmentLimits;
import dev.ticketwire.command.entry.Attachments;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.body.BodyFormat;
import dev.ticketwire.osticket.body.SubjectText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Body and files of a request, converted at their first use: a refused request may need neither. */
final class RequestContent {
    private final TicketRequest request;
    private final OpenTicket.Content sent;
    private final OpenTicketRules rules;
    private @Nullable Body body;
    private @Nullable Attachments attachments;

    RequestContent(TicketRequest request, OpenTicketRules rules) {
        this.request = request;
        this.sent = request.command().content();
        this.rules = rules;
    }

    Body body() {
        Body known = body;
        if (known == null) {
            known = convertedBody();
            body = known;
        }
        return known;
    }

    /** @param subject by the ticket form */
    DraftMessage message(String subject) {
        String sentSubject = sent.subject();
        String title = SubjectText.title(sentSubject == null || sentSubject.isEmpty() ? subject : sentSubject);
        return new DraftMessage(subject, title, body(), attachments().shownIn(body()));
    }

    private Body convertedBody() {
        String message = Objects.requireNonNullElse(sent.message(), "");
        BodyFormat format =
                sent.format() == null ? null : BodyFormat.parse(sent.format()).orElse(null);
        return request.mail() == null || format == null
                ? Body.ofMessage(message, format, rules.bodies())
                : Body.ofMail(message, format, rules.bodies(), attachments().pictures());
    }

    private Attachments attachments() {
        Attachments known = attachments;
        if (known == null) {
            AttachmentLimits limits = request.mail() == null
                    ? rules.attachments()
                    : AttachmentLimits.ofMail(rules.reference().config());
            known = Attachments.of(sent.attachments(), limits);
            attachments = known;
        }
        return known;
    }
}
