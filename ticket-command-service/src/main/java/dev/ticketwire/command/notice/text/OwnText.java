package dev.ticketwire.command.notice.text;

import dev.ticketwire.osticket.mail.MailType;

/** The texts that are sent where the help desk has no template. */
record OwnText(String subject, String body) {
    private static final String NUMBERED = "[#%{ticket.number}] %{ticket.subject}";
    private static final String OPEN = "<p><a href=\"%{ticket.staff_link}\">Open ticket %{ticket.number}</a></p>";
    private static final String SEE = "<p><a href=\"%{recipient.ticket_link}\">See ticket %{ticket.number}</a></p>";

    /** Where even these cannot be filled in. */
    static final OwnText BRIEF = new OwnText(
            "[#%{ticket.number}]", "<p>There is news of ticket %{ticket.number}. Please see it in the help desk.</p>");

    static OwnText of(MailType type) {
        return switch (type) {
            case FILTER_MAIL, LOG_MAIL -> new OwnText(NUMBERED, "");
            case ASSIGNMENT_ALERT ->
                new OwnText(NUMBERED, "<p>Ticket %{ticket.number} is assigned to %{assignee.name}.</p>" + OPEN);
            case CANNED_ANSWER, REPLY -> new OwnText(NUMBERED, "%{response}<p>%{signature}</p>" + SEE);
            case AUTO_RESPONSE ->
                new OwnText(
                        NUMBERED,
                        "<p>%{recipient.name}, your request has arrived. Its number is %{ticket.number}.</p>"
                                + "<p>%{signature}</p>" + SEE);
            case TICKET_ALERT ->
                new OwnText(
                        NUMBERED,
                        "<p>%{ticket.name} has opened ticket %{ticket.number} in %{ticket.dept.name}:</p>"
                                + "%{message}" + OPEN);
            case LIMIT_NOTICE ->
                new OwnText(
                        NUMBERED,
                        "<p>%{ticket.name}, you have as many open tickets as the help desk allows. Close one before you"
                                + " open another.</p>");
            case CONFIRMATION ->
                new OwnText(NUMBERED, "<p>Your message has been added to the ticket.</p><p>%{signature}</p>" + SEE);
            case COPY -> new OwnText(NUMBERED, "<p>%{poster.name} has written:</p>%{message}" + SEE);
            case MESSAGE_ALERT -> new OwnText(NUMBERED, "<p>%{poster.name} has written:</p>%{message}" + OPEN);
            case ACTIVITY_ALERT -> new OwnText(NUMBERED, "<p>%{note.poster}: %{note.title}</p>%{note.message}" + OPEN);
        };
    }
}
