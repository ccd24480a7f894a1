package dev.ticketwire.mail.smtp;

import dev.ticketwire.mail.smtp.Server.Login;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Users and passwords of osTicket's accounts, from the settings. */
final class AccountPasswords {
    private static final String SETTING = "ticketwire.mail.account-passwords";
    private static final Pattern LINE = Pattern.compile("(\\S+@\\S+)\\s+([^:]+):(.+)");

    private final Map<String, Login> logins;

    private AccountPasswords(Map<String, Login> logins) {
        this.logins = logins;
    }

    /** @throws IllegalStateException if a line is none of these; the message shows its number only */
    static AccountPasswords of(String setting) {
        Map<String, Login> logins = new HashMap<>();
        int number = 0;
        for (String line : setting.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line.strip());
            if (!matcher.matches()) {
                throw new IllegalStateException(
                        SETTING + ", line " + number + ": must be 'address user:password', one account a line");
            }
            logins.put(key(matcher.group(1)), new Login(matcher.group(2), matcher.group(3)));
        }
        return new AccountPasswords(logins);
    }

    Optional<Login> of(Account account) {
        return Optional.ofNullable(logins.get(key(account.address())));
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
