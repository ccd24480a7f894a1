package dev.ticketwire.setup.database;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The database user of each service. What it may do is written in {@code users.sql}. */
public enum ServiceAccount {
    GATEWAY,
    COMMAND,
    QUERY,
    SUBTICKET,
    STATS,
    EVENT,
    WEBHOOK,
    MAIL;

    /** @return its name in the database, e.g. {@code tw_gateway} */
    public String user() {
        return "tw_" + label();
    }

    /** @return e.g. {@code gateway} */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return all users, separated by commas */
    public static String names() {
        return Arrays.stream(values()).map(ServiceAccount::user).collect(Collectors.joining(", "));
    }
}
