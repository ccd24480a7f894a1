package dev.ticketwire.mail.smtp;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of this machine: only to these may mails go unencrypted. */
final class Loopback {
    private static final Pattern ADDRESS = Pattern.compile("127(\\.\\d{1,3}){3}|\\[?(0*:)*0*1]?");

    private Loopback() {}

    /** By the name alone: a name that the network resolves is not to be trusted. */
    static boolean is(String host) {
        return host.toLowerCase(Locale.ROOT).equals("localhost")
                || ADDRESS.matcher(host).matches() && (host.indexOf(':') >= 0 || host.startsWith("127."));
    }
}
