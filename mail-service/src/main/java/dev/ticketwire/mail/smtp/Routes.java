package dev.ticketwire.mail.smtp;

import dev.ticketwire.mail.letter.StoredMail;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The servers through which a mail is tried, in turn: its sender's account, everybody's account, the relay. */
@ApplicationScoped
class Routes {
    private static final Logger LOG = Logger.getLogger(Routes.class);

    private final SmtpSettings settings;
    private final AccountReader reader;
    private final AccountPasswords passwords;
    private final Optional<Server> relay;
    private final Set<Account> skipped = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    private record Known(Accounts accounts, long at) {}

    /** @throws IllegalStateException naming the setting that is wrong */
    Routes(SmtpSettings settings, AccountReader reader) {
        this.settings = settings;
        this.reader = reader;
        this.passwords = AccountPasswords.of(settings.accountPasswords().orElse(""));
        this.relay = Relay.of(settings);
    }

    /**
     * Without those that need a password nobody has given.
     *
     * @throws SQLException if osTicket's accounts could not be read yet
     */
    List<Server> of(StoredMail mail) throws SQLException {
        List<Server> servers = new ArrayList<>();
        if (settings.accounts() || settings.accountsOnly()) {
            for (Account account : accounts().of(mail.mailbox())) {
                server(account).ifPresent(servers::add);
            }
        }
        relay.ifPresent(servers::add);
        return servers;
    }

    private Optional<Server> server(Account account) {
        if (!account.needsPassword()) {
            return Optional.of(account.server(null));
        }
        Optional<Server> server = passwords.of(account).map(account::server);
        if (server.isEmpty() && skipped.add(account)) {
            LOG.warnf(
                    "osTicket's SMTP account %d at %s is not used: it needs a password,"
                            + " and ticketwire.mail.account-passwords has none for its address",
                    (Object) account.id(), account.host());
        }
        return server;
    }

    /** Read again by one of those who ask when it is time; the others go on with what is known. */
    private Accounts accounts() throws SQLException {
        Known last = known.get();
        long now = System.nanoTime();
        if (last == null) {
            Accounts first = reader.read();
            known.set(new Known(first, now));
            return first;
        }
        boolean isTime = now - last.at > settings.accountsRefresh().toNanos();
        return isTime && known.compareAndSet(last, new Known(last.accounts, now))
                ? again(last.accounts, now)
                : last.accounts;
    }

    private Accounts again(Accounts before, long now) {
        try {
            Accounts read = reader.read();
            known.set(new Known(read, now));
            return read;
        } catch (SQLException e) {
            LOG.debugf("osTicket's SMTP accounts were not read again: %s", e.getMessage());
            return before;
        }
    }
}
