package dev.ticketwire.mail.letter;

import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailFile;
import dev.ticketwire.osticket.mail.MailType;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as a command decided it: a row of {@code ticketwire_mail} that waits.
 *
 * @param mailbox id of the help desk's mailbox that sends it
 * @param recipients as its headers show them
 * @param done addresses among them that have it already: they get it no second time
 * @param html null for a mail of plain text alone; else {@code text} is null
 * @param messageId with brackets; {@code inReplyTo} and {@code references} likewise
 * @param created in the database's zone
 * @param traceparent of the command, null for none
 */
public record StoredMail(
        long id,
        int ticket,
        @Nullable String number,
        MailType type,
        int mailbox,
        String fromName,
        String fromAddress,
        List<MailAddressee> recipients,
        List<String> done,
        String subject,
        @Nullable String html,
        @Nullable String text,
        String messageId,
        @Nullable String inReplyTo,
        List<String> references,
        List<MailFile> files,
        LocalDateTime created,
        @Nullable String traceparent) {}
