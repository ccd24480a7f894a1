package dev.ticketwire.mail.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Connects to servers: TCP, TLS, greeting, login. */
final class Dialer {
    private final SmtpSettings settings;
    private final Sockets sockets;
    private final String ownName = OwnName.find();

    Dialer(SmtpSettings settings, Sockets sockets) {
        this.settings = settings;
        this.sockets = sockets;
    }

    /**
     * A connection that is ready for a mail.
     *
     * @param isForUtf8 whether mails with other characters than ASCII's in addresses are sent by it
     * @throws CannotConnect in all cases of failure
     */
    SmtpConnection connect(Server server, boolean isForUtf8, Deadline deadline) throws CannotConnect {
        try {
            Socket socket = sockets.connect(server, deadline);
            deadline.watch(socket);
            try {
                return greeted(server, isForUtf8, socket);
            } catch (CannotConnect | IOException | RuntimeException e) {
                socket.close();
                throw e;
            } finally {
                deadline.close();
            }
        } catch (IOException e) {
            throw new CannotConnect(0, reason(e));
        }
    }

    private SmtpConnection greeted(Server server, boolean isForUtf8, Socket socket) throws IOException, CannotConnect {
        Socket used = server.tls() == Server.Tls.FROM_START ? sockets.encrypted(socket, server) : socket;
        SMTPTransport transport = new SMTPTransport(session(server, isForUtf8), null);
        try {
            transport.connect(used);
        } catch (MessagingException e) {
            throw new CannotConnect(transport.getLastReturnCode(), reason(e, transport));
        }
        if (server.login() != null
                && !transport.supportsExtension("AUTH")
                && !transport.supportsExtension("AUTH=LOGIN")) {
            // Angus goes on without.
            throw new CannotConnect(0, "it offers no login");
        }
        return new SmtpConnection(
                transport, socket, (int) settings.answerTimeout().toMillis());
    }

    private Session session(Server server, boolean isForUtf8) {
        boolean startTls = server.tls() == Server.Tls.STARTTLS;
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", ownName);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.userset", "true");
        properties.put("mail.smtp.auth", String.valueOf(server.login() != null));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", sockets.tls());
        properties.put("mail.mime.allowutf8", String.valueOf(isForUtf8));
        return Session.getInstance(properties, authenticator(server.login()));
    }

    private static @Nullable Authenticator authenticator(Server.@Nullable Login login) {
        if (login == null) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(login.user(), login.password());
            }
        };
    }

    private static String reason(MessagingException e, SMTPTransport transport) {
        if (e instanceof AuthenticationFailedException) {
            return "it refused the login";
        }
        Exception cause = e.getNextException();
        if (cause instanceof IOException io) {
            return reason(io);
        }
        String answer = ServerAnswer.shown(transport.getLastServerResponse());
        return transport.getLastReturnCode() >= 400
                ? "it takes no mails: " + answer
                : "it speaks no SMTP as needed, or no STARTTLS";
    }

    private static String reason(IOException e) {
        return switch (e) {
            case UnknownHostException unknown -> "its host is unknown";
            case SocketTimeoutException late -> "it did not answer in time";
            case SSLException tls -> "TLS failed: its certificate may be unknown, outdated or for another name";
            default -> "there is no connection to it";
        };
    }
}
