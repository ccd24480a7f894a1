package dev.ticketwire.query.mail;

import java.util.List;

/** The mails about a ticket, oldest first. */
record MailsView(List<MailView> mails) {}
