package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Limits on one request, whatever the help desk's own rules allow. */
@ApplicationScoped
public class RequestLimits {
    private final int mostAttachments;
    private final long largestAttachment;
    private final int jsonDepth;

    RequestLimits(BodyLimits limits) {
        this.mostAttachments = within("most-attachments", limits.mostAttachments(), 0, 10_000);
        this.largestAttachment = limits.largestAttachment().asLongValue();
        this.jsonDepth = within("json-depth", limits.jsonDepth(), 2, JsonBody.DEPTH);
    }

    private static int within(String setting, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("ticketwire.body." + setting + " must be " + least + " to " + most);
        }
        return value;
    }

    /** How deep JSON may be nested on the short paths. */
    public int jsonDepth() {
        return jsonDepth;
    }

    /** @throws Refused 413, naming the limit, if there are too many files, or one of them is too large */
    public void check(List<Attachment> files) {
        if (files.size() > mostAttachments) {
            throw Refused.of(
                    ProblemCode.TOO_MANY_ATTACHMENTS,
                    "Too many attachments: at most " + mostAttachments + " are allowed",
                    "attachments");
        }
        if (files.stream().anyMatch(file -> file.data().length > largestAttachment)) {
            throw Refused.of(
                    ProblemCode.ATTACHMENT_TOO_LARGE,
                    "An attachment is larger than " + largestAttachment + " bytes",
                    "attachments");
        }
    }
}
