package dev.ticketwire.mail.letter;

import java.io.IOException;

/** A file of a mail cannot be read now. The mail is to be tried again; no server has failed. */
public final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableFile(String message) {
        super(message);
    }

    UnreadableFile(String message, Throwable cause) {
        super(message, cause);
    }
}
