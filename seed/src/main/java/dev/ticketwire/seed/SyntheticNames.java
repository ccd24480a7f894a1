package dev.ticketwire.seed;

import java.util.List;
import java.util.Locale;

/** Names of seeded tickets and users, by their running numbers. Five consecutive tickets have the same user. */
final class SyntheticNames {
    static final int FIRST_NUMBER = 1_000_000;
    static final int TICKETS_OF_A_USER = 5;
    /** Reserved for examples: mails to it are never delivered. */
    static final String DOMAIN = "@seeded.example";

    private static final List<String> FIRST = List.of(
            "Anna", "Ben", "Chloe", "Daan", "Elif", "Femke", "Giulia", "Henrik", "Ines", "Jonas", "Katya", "Leila",
            "Marta", "Noor", "Olaf", "Pavel", "Quinn", "Rosa", "Stefan", "Tove", "Ugo", "Vera", "Wim", "Xenia", "Yara",
            "Zoltan");
    private static final List<String> LAST = List.of(
            "Abbott",
            "Berg",
            "Costa",
            "Duarte",
            "Eriksen",
            "Fontaine",
            "Garcia",
            "Haas",
            "Ivanova",
            "Jansen",
            "Keller",
            "Larsen",
            "Moreau",
            "Novak",
            "Oliveira",
            "Petrov",
            "Quist",
            "Rossi",
            "Silva",
            "Tanaka",
            "Ullman",
            "Virtanen",
            "Wagner",
            "Xu",
            "Yilmaz",
            "Zeman",
            "Arslan",
            "Bianchi",
            "Clark");

    private SyntheticNames() {}

    static String number(int ticket) {
        return Integer.toString(FIRST_NUMBER + ticket);
    }

    static int user(int ticket) {
        return ticket / TICKETS_OF_A_USER;
    }

    static String name(int user) {
        return first(user) + " " + last(user);
    }

    static String address(int user) {
        return (first(user) + "." + last(user)).toLowerCase(Locale.ROOT) + "." + user + DOMAIN;
    }

    /** The running number in an {@link #address}, -1 for other addresses. */
    static int userOf(String address) {
        String name = address.substring(0, address.length() - DOMAIN.length());
        String number = name.substring(name.lastIndexOf('.') + 1);
        return number.matches("[0-9]{1,7}") ? Integer.parseInt(number) : -1;
    }

    private static String first(int user) {
        return FIRST.get(user % FIRST.size());
    }

    private static String last(int user) {
        return LAST.get(user / FIRST.size() % LAST.size());
    }
}
