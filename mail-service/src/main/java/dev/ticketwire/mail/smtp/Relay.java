package dev.ticketwire.mail.smtp;

import dev.ticketwire.mail.smtp.Server.Login;
import dev.ticketwire.mail.smtp.Server.Tls;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The operator's relay, from the settings. */
final class Relay {
    private static final String URL = "ticketwire.mail.smtp-url";
    private static final String FORM = URL + " must be smtp://host:port (STARTTLS) or smtps://host:port (TLS)";

    private Relay() {}

    /**
     * Empty if there is none.
     *
     * @throws IllegalStateException naming the setting that is wrong
     */
    static Optional<Server> of(SmtpSettings settings) {
        Optional<Login> login = login(settings);
        Optional<URI> url = settings.smtpUrl()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Relay::url);
        if (login.isPresent() && url.isEmpty()) {
            throw new IllegalStateException("ticketwire.mail.smtp-user is set, but " + URL + " is not");
        }
        return url.map(relay -> Server.relay(host(relay), port(relay), tls(relay), login.orElse(null)));
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            if (url.getRawUserInfo() != null) {
                throw new IllegalStateException(
                        URL + " must not hold user or password: set ticketwire.mail.smtp-user and .smtp-password");
            }
            boolean isKnown = "smtp".equalsIgnoreCase(url.getScheme()) || "smtps".equalsIgnoreCase(url.getScheme());
            if (!isKnown || url.getHost() == null || !isBare(url) || url.getPort() > 65535) {
                throw new IllegalStateException(FORM);
            }
            return url;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(FORM);
        }
    }

    private static boolean isBare(URI url) {
        return url.getRawQuery() == null
                && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"));
    }

    /** Without the brackets of an IPv6 address. */
    private static String host(URI url) {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI url) {
        boolean isFromStart = tls(url) == Tls.FROM_START;
        return url.getPort() > 0 ? url.getPort() : isFromStart ? 465 : 587;
    }

    private static Tls tls(URI url) {
        if ("smtps".equalsIgnoreCase(url.getScheme())) {
            return Tls.FROM_START;
        }
        return Loopback.is(host(url)) ? Tls.NONE : Tls.STARTTLS;
    }

    private static Optional<Login> login(SmtpSettings settings) {
        Optional<String> user = settings.smtpUser().filter(text -> !text.isBlank());
        Optional<String> password = settings.smtpPassword().map(Relay::line).filter(text -> !text.isEmpty());
        if (user.isPresent() != password.isPresent()) {
            throw new IllegalStateException(
                    "ticketwire.mail.smtp-user and ticketwire.mail.smtp-password belong together: set both or none");
        }
        return user.map(name -> new Login(name.strip(), password.orElseThrow()));
    }

    /** Files of secrets often end with a line end. */
    private static String line(String secret) {
        return secret.replaceAll("[\r\n]+$", "");
    }
}
