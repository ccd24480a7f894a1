package dev.ticketwire.osticket.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a mail is for. In the order in which one change sends them. */
public enum MailType {
    /** Sent by a ticket filter. */
    FILTER_MAIL(null, MailKind.NOTICE),
    ASSIGNMENT_ALERT("assigned.alert", MailKind.NOTICE),
    CANNED_ANSWER("ticket.autoreply", MailKind.AUTO_REPLY),
    AUTO_RESPONSE("ticket.autoresp", MailKind.AUTO_REPLY),
    TICKET_ALERT("ticket.alert", MailKind.NOTICE),
    /** To the administrator, about an owner's limit of open tickets. */
    LOG_MAIL(null, MailKind.NOTICE),
    LIMIT_NOTICE("ticket.overlimit", MailKind.AUTO_REPLY),
    /** To the author of a message. */
    CONFIRMATION("message.autoresp", MailKind.AUTO_REPLY),
    /** To the other participants of a message. */
    COPY("ticket.activity.notice", MailKind.PLAIN),
    MESSAGE_ALERT("message.alert", MailKind.NOTICE),
    ACTIVITY_ALERT("note.alert", MailKind.NOTICE),
    /** An agent's. */
    REPLY("ticket.reply", MailKind.PLAIN);

    private final @Nullable String template;
    private final MailKind kind;

    MailType(@Nullable String template, MailKind kind) {
        this.template = template;
        this.kind = kind;
    }

    /** The name of its template; null if its text is not a template of the help desk. */
    public @Nullable String template() {
        return template;
    }

    public MailKind kind() {
        return kind;
    }

    /** As stored and shown: {@code auto-response}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is none */
    public static MailType of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
