package dev.ticketwire.command.notice.text;

import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.facts.TicketFacts;
import dev.ticketwire.command.notice.plan.PlannedMail;
import dev.ticketwire.command.notice.plan.Reader;
import dev.ticketwire.command.notice.plan.Sender;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.text.HtmlEntities;
import dev.ticketwire.osticket.text.StoredText;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Writes the texts of mails. */
public final class Composer {
    private static final Logger LOG = Logger.getLogger(Composer.class);
    private static final int LONGEST_SUBJECT = 4_000;
    /** In UTF-8 this fits into a packet of the database. */
    private static final int LONGEST_HTML = 3_000_000;

    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n]+");

    private final TextRules rules;
    private final Thing company;
    private final Entries entries = new Entries();
    private final LocalDateTime now;

    /**
     * @param company answers to the help desk's company form by field name
     * @param now on the database's wall clock
     */
    public Composer(TextRules rules, Map<String, String> company, LocalDateTime now) {
        this.rules = rules;
        this.company = Thing.of(company.get("name"), name -> Thing.text(company.get(name)));
        this.now = now;
    }

    public Letter compose(PlannedMail mail) {
        String id = messageId(mail);
        List<String> references = References.of(mail.threading().answers());
        String inReplyTo = references.isEmpty() ? null : references.getLast();
        PlannedMail.OwnText own = mail.content().own();
        if (mail.type() == MailType.LOG_MAIL && own != null) {
            String text = own.body() + "\n\n" + rules.links().base();
            return new Letter(mail, oneLine(own.subject()), null, text, id, inReplyTo, references);
        }
        Texts texts = texts(mail);
        return new Letter(mail, oneLine(texts.subject), mark(mail, id) + texts.html, null, id, inReplyTo, references);
    }

    private record Texts(String subject, String html) {}

    /** A template that cannot be filled in must not stop the change that it tells of. */
    private Texts texts(PlannedMail mail) {
        Roots roots = new TicketRoots(mail, rules, company, entries, now);
        Templates.Pair pair = pair(mail);
        try {
            Texts texts = new Texts(pair.subject().plain(roots), pair.body().html(roots));
            if (texts.html.length() <= LONGEST_HTML) {
                return texts;
            }
            LOG.warnf("a mail of type %s would be too long; a short text is sent", mail.type());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "the template of type %s cannot be filled in; a short text is sent", mail.type());
        }
        Templates.Pair brief = rules.templates().brief();
        return new Texts(brief.subject().plain(roots), brief.body().html(roots));
    }

    private Templates.Pair pair(PlannedMail mail) {
        PlannedMail.OwnText own = mail.content().own();
        return own == null
                ? rules.templates().of(mail.type(), mail.ticket().department())
                : new Templates.Pair(Template.of(own.subject()), Template.of(own.body()));
    }

    private static String oneLine(String subject) {
        return StoredText.cut(LINE_ENDS.matcher(subject).replaceAll(""), LONGEST_SUBJECT);
    }

    /** By this class osTicket and Ticketwire find the ticket of an answer that quotes the mail. */
    private String mark(PlannedMail mail, String id) {
        if (mail.threading().entry() == 0) {
            return "";
        }
        StringBuilder mark = new StringBuilder("<div style=\"display:none\" class=\"mid-");
        HtmlEntities.appendAttribute(id.substring(1, id.length() - 1), mark);
        mark.append("\">");
        if (rules.reference().config().flag("strip_quoted_reply")) {
            HtmlEntities.appendText(rules.reference().config().text("reply_separator"), mark);
        }
        return mark.append("</div>\n").toString();
    }

    private String messageId(PlannedMail mail) {
        PlannedMail.Threading threading = mail.threading();
        String address = mail.sender().address();
        return switch (mail.reader()) {
            case Reader.Agent agent -> id('S', agent.staff().id, threading, address);
            case Reader.Owner owner -> id('U', owner.person().user(), threading, address);
            case Reader.Collaborator one -> id('C', one.person().user(), threading, address);
            case Reader.Several several -> id('M', 0, threading, address);
            case Reader.Administrator administrator -> id('M', 0, threading, address);
            case Reader.Address other -> id('?', 0, threading, address);
        };
    }

    private String id(char kind, int recipient, PlannedMail.Threading threading, String address) {
        return rules.ids().write(kind, recipient, threading.entry(), threading.thread(), address);
    }

    /**
     * The text of a canned response, which is a template too: it speaks to the owner of the ticket.
     *
     * @param response HTML
     */
    public String canned(String response, TicketFacts ticket) {
        Person owner = ticket.owner();
        PlannedMail mail = new PlannedMail(
                new Occasion.MessagePosted("", ticket.id(), 0, 0, null, false),
                MailType.FILTER_MAIL,
                ticket,
                new Sender(0, "", ""),
                List.of(),
                owner == null ? new Reader.Address("") : new Reader.Owner(owner),
                PlannedMail.Threading.NONE,
                new PlannedMail.Content(null, "", null, null, null, null),
                List.of());
        return Template.of(response).html(new TicketRoots(mail, rules, company, entries, now));
    }
}
