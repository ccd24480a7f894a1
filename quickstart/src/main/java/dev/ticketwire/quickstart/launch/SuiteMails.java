package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.mail.CaughtMails;
import dev.ticketwire.quickstart.mail.MailCatcher;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the suite sends mails. To the relay that the user names; without one, the mails of a demo or dump go to a catcher
 * of the launcher's own, and an existing help desk sends none.
 */
final class SuiteMails {
    /** Name of the catcher's port. */
    static final String LABEL = "mails";

    private static final String RELAY = "TICKETWIRE_MAIL_SMTP_URL";
    private static final String ACCOUNTS = "TICKETWIRE_MAIL_ACCOUNTS";
    private static final String ACCOUNTS_ONLY = "TICKETWIRE_MAIL_ACCOUNTS_ONLY";

    private final SuiteHome home;
    private final int port;
    private final boolean isCaught;
    private @Nullable MailCatcher catcher;

    /** @param variables of the launcher */
    SuiteMails(SuiteHome home, int port, Map<String, String> variables, boolean isExisting) {
        this.home = home;
        this.port = port;
        this.isCaught =
                !isExisting && !variables.containsKey(RELAY) && !Boolean.parseBoolean(variables.get(ACCOUNTS_ONLY));
    }

    boolean areCaught() {
        return isCaught;
    }

    void start(LauncherConsole console) {
        if (isCaught) {
            catcher = MailCatcher.start(port, new CaughtMails(home.mails()));
            console.say("  mails        are caught in " + home.mails());
        }
    }

    /** Adds what the services that decide, send and show mails need. The other services get no password. */
    void add(Service service, Map<String, String> environment) {
        if (service != Service.MAIL) {
            environment.remove("TICKETWIRE_MAIL_SMTP_PASSWORD");
            environment.remove("TICKETWIRE_MAIL_ACCOUNT_PASSWORDS");
        }
        if (isCaught) {
            environment.put(RELAY, "smtp://127.0.0.1:" + port);
            environment.put(ACCOUNTS, "false");
        }
    }

    void addTo(Map<String, String> variables) {
        if (isCaught) {
            variables.put("MAILS_FOLDER", home.mails().toString());
        }
    }

    void stop() {
        MailCatcher running = catcher;
        if (running != null) {
            running.close();
        }
    }
}
