package dev.ticketwire.mail.smtp;

import java.util.List;
import java.util.stream.Stream;

/**
 * osTicket's active SMTP accounts.
 *
 * @param ofEverybody id of the account that is tried for every sender, 0 for none
 */
record Accounts(List<Account> all, int ofEverybody) {
    /** Those for mails of the mailbox, in the order in which they are tried. */
    List<Account> of(int mailbox) {
        return Stream.concat(
                        all.stream().filter(account -> account.mailbox() == mailbox),
                        all.stream().filter(account -> account.id() == ofEverybody))
                .distinct()
                .toList();
    }
}
