package dev.ticketwire.mail.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection to a server, for one mail after the other. Not thread-safe. */
final class SmtpConnection implements AutoCloseable {
    private final SMTPTransport transport;
    private final Socket socket;
    private final int answerTimeout;
    private long usedAt = System.nanoTime();

    /** @param answerTimeout in milliseconds */
    SmtpConnection(SMTPTransport transport, Socket socket, int answerTimeout) {
        this.transport = transport;
        this.socket = socket;
        this.answerTimeout = answerTimeout;
    }

    /** Whether the server takes addresses with other characters than ASCII's. */
    boolean takesUtf8() {
        return transport.supportsExtension("SMTPUTF8");
    }

    /** How long it has had nothing to do. */
    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - usedAt);
    }

    /** Whether the server still answers. */
    boolean isAlive() {
        return transport.isConnected();
    }

    /** What the server last answered: SMTP's status, 0 or less for none. */
    int status() {
        return transport.getLastReturnCode();
    }

    /** The server's last answer. */
    String answer() {
        String answer = transport.getLastServerResponse();
        return answer == null ? "" : answer;
    }

    /** The answer to the end of the mail may take all the time that is left: to lose it would send the mail twice. */
    void send(TrackedMessage message, Address[] recipients, Deadline deadline) throws MessagingException {
        deadline.watch(socket);
        message.whenWritten(() -> waitAtMost((int) deadline.left().toMillis()));
        try {
            transport.sendMessage(message, recipients);
        } finally {
            deadline.close();
            waitAtMost(answerTimeout);
            usedAt = System.nanoTime();
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The server is gone.
        }
    }

    private void waitAtMost(int milliseconds) {
        try {
            socket.setSoTimeout(milliseconds);
        } catch (SocketException e) {
            // It is closed: whoever uses it notices.
        }
    }
}
