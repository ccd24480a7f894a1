package dev.ticketwire.osticket.person;

import dev.ticketwire.osticket.text.WhiteSpace;

/**
 * An e-mail address as callers send it: {@code a@b}, {@code <a@b>}, {@code Name <a@b>} or {@code "Name" <a@b>} (RFC
 * 5322 {@code mailbox}), with any blanks around its parts. The address is not validated.
 *
 * @param name without quotes; empty if there is none
 * @param address the text in brackets; the whole text if there are no brackets, or several addresses
 */
public record NamedAddress(String name, String address) {

    public static NamedAddress of(String sent) {
        String text = WhiteSpace.strip(sent);
        int open = text.lastIndexOf('<');
        if (open < 0 || !text.endsWith(">")) {
            return new NamedAddress("", text);
        }
        String name = WhiteSpace.strip(text.substring(0, open));
        String address = WhiteSpace.strip(text.substring(open + 1, text.length() - 1));
        boolean isQuoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        if (!isQuoted && (name.indexOf('@') >= 0 && name.indexOf(',') >= 0 || name.indexOf('<') >= 0)) {
            return new NamedAddress("", text);
        }
        return new NamedAddress(isQuoted ? unquoted(name) : name, address);
    }

    private static String unquoted(String quoted) {
        return WhiteSpace.strip(quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1"));
    }
}
