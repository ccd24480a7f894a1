package dev.ticketwire.mail.smtp;

import dev.ticketwire.mail.letter.MemoryFiles;
import dev.ticketwire.mail.letter.StoredMail;
import dev.ticketwire.mail.letter.TestLetters;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A postman without a database; hosts ending with {@code .test} are on this machine. */
final class SmtpKit implements AutoCloseable {
    final Settings settings = new Settings();
    final List<Account> accounts = new ArrayList<>();
    final MemoryFiles files = new MemoryFiles();
    final AtomicLong nanos = new AtomicLong();
    AccountReader reader = () -> new Accounts(List.copyOf(accounts), this.ofEverybody);
    int ofEverybody;

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private @Nullable SmtpPostman postman;
    private @Nullable Pools pools;

    SendResult send(StoredMail mail) throws InterruptedException {
        return postman().send(mail);
    }

    SmtpPostman postman() {
        if (postman == null) {
            pools = new Pools(settings.connections());
            Sockets sockets = new Sockets(settings, SmtpKit::addresses, TlsSockets.of(settings), timer);
            postman = new SmtpPostman(
                    settings,
                    new Routes(settings, reader),
                    TestLetters.with(files),
                    new Courier(new Dialer(settings, sockets), pools),
                    new ServerHealth(nanos::get),
                    timer);
        }
        return postman;
    }

    SmtpKit relay(int port) {
        settings.url = "smtp://127.0.0.1:" + port;
        return this;
    }

    Account account(int id, int mailbox, String address, int port) {
        return new Account(id, mailbox, address, "127.0.0.1", port, "NONE", "none", false);
    }

    @Override
    public void close() {
        if (pools != null) {
            pools.close();
        }
        timer.shutdownNow();
    }

    private static List<InetAddress> addresses(String host) throws java.net.UnknownHostException {
        return host.endsWith(".test")
                ? List.of(InetAddress.getLoopbackAddress())
                : HostAddresses.ofSystem().of(host);
    }

    /** Settings as an operator has them. */
    static final class Settings implements SmtpSettings {
        String url = "";
        String user = "";
        String password = "";
        String passwords = "";
        String certificates = "";
        boolean accounts = true;
        boolean accountsOnly;
        Duration answer = Duration.ofSeconds(20);
        Duration attempt = Duration.ofSeconds(40);

        @Override
        public Optional<String> smtpUrl() {
            return Optional.of(url);
        }

        @Override
        public Optional<String> smtpUser() {
            return Optional.of(user);
        }

        @Override
        public Optional<String> smtpPassword() {
            return Optional.of(password);
        }

        @Override
        public boolean accounts() {
            return accounts;
        }

        @Override
        public boolean accountsOnly() {
            return accountsOnly;
        }

        @Override
        public Optional<String> accountPasswords() {
            return Optional.of(passwords);
        }

        @Override
        public Optional<String> certificates() {
            return Optional.of(certificates);
        }

        @Override
        public Duration accountsRefresh() {
            return Duration.ZERO;
        }

        @Override
        public int connections() {
            return 2;
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration answerTimeout() {
            return answer;
        }

        @Override
        public Duration attemptTimeout() {
            return attempt;
        }
    }
}
