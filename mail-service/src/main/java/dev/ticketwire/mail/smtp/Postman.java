package dev.ticketwire.mail.smtp;

import dev.ticketwire.mail.letter.StoredMail;

/** Hands mails over to SMTP servers: osTicket's accounts, then the operator's relay. */
public interface Postman {
    /** The server that is tried first. Mails with the same name share its connections. */
    String server(StoredMail mail);

    /** Sends it now; blocks until a server has answered or time is up. Called on virtual threads, also concurrently. */
    SendResult send(StoredMail mail) throws InterruptedException;
}
