package dev.ticketwire.command.notice.text;

import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.facts.TicketFacts;
import dev.ticketwire.osticket.format.LinkTokens;
import dev.ticketwire.osticket.reference.HelpDeskConfig;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Links to tickets in osTicket's pages. */
final class Links {
    private final String base;
    private final boolean mayLogIn;
    private final LinkTokens tokens;

    Links(HelpDeskConfig config, LinkTokens tokens) {
        String url = config.text("helpdesk_url");
        this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.mayLogIn = config.flag("allow_auth_tokens");
        this.tokens = tokens;
    }

    String base() {
        return base;
    }

    String ofAgent(TicketFacts ticket) {
        return base + "/scp/tickets.php?id=" + ticket.id();
    }

    /** With a token that logs in, unless others take part in the ticket: a mail to all must not log in as one. */
    String ofOwner(TicketFacts ticket, Person owner) {
        boolean isAlone = ticket.collaborators().isEmpty();
        return mayLogIn && isAlone && tokens.isEnabled()
                ? base + "/view.php?auth=" + token(ticket, owner)
                : base + "/view.php?id=" + ticket.id();
    }

    private String token(TicketFacts ticket, Person owner) {
        String token = tokens.ofOwner(owner.user(), ticket.id(), DatabaseTime.format(ticket.created()));
        return URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    String ofCollaborator(TicketFacts ticket) {
        return base + "/tickets.php?id=" + ticket.id();
    }

    String ofClient(TicketFacts ticket) {
        return base + "/view.php?t=" + URLEncoder.encode(ticket.number(), StandardCharsets.UTF_8);
    }
}
