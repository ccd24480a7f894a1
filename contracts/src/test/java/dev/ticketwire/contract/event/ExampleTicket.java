package dev.ticketwire.contract.event;

import dev.ticketwire.contract.event.TicketState.Named;
import dev.ticketwire.contract.event.TicketState.Status;
import org.jspecify.annotations.Nullable;

/** The ticket of the golden examples; its fields change as the examples go on. */
final class ExampleTicket {
    static final Named SUPPORT = new Named(1, "Support");
    static final Named SALES = new Named(2, "Sales");
    static final Named ADA = new Named(1, "Ada Agent");
    static final Named NORA = new Named(6, "Nora Neu");
    static final Named OTTO = new Named(7, "Otto Owner");
    static final Named NORMAL = new Named(2, "Normal");
    static final Named HIGH = new Named(3, "High");
    static final Named STANDARD = new Named(1, "Standard");
    static final Named PREMIUM = new Named(2, "Premium");
    static final Named QUESTION = new Named(1, "Question");
    static final Named REPAIR = new Named(3, "Repair");
    static final Status OPEN = new Status(1, "Open", "open");
    static final Status RESOLVED = new Status(2, "Resolved", "closed");

    String subject = "Brake squeals";
    Status status = OPEN;
    Named department = SUPPORT;
    Named topic = QUESTION;
    Named priority = NORMAL;
    Named sla = STANDARD;

    @Nullable
    Named agent;

    Named owner = NORA;
    String source = "API";
    boolean answered;
    boolean overdue;

    @Nullable
    Long parentId;

    @Nullable
    String dueDate = "2026-12-01 19:00:00";

    @Nullable
    String closed;

    TicketState state() {
        return new TicketState(
                22,
                "480113",
                subject,
                status,
                department,
                topic,
                priority,
                sla,
                agent,
                null,
                owner,
                source,
                answered,
                overdue,
                parentId,
                "2026-11-30 10:00:00",
                dueDate,
                closed);
    }
}
