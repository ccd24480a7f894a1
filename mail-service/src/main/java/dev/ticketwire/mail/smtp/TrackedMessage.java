package dev.ticketwire.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/** A message that keeps its Message-ID, and notes how much of it a server has got. */
final class TrackedMessage extends SMTPMessage {
    private Runnable written = () -> {};
    private Stage stage = Stage.ENVELOPE;

    /** What the server has got. */
    enum Stage {
        /** Nothing of the message. */
        ENVELOPE,
        /** A part. */
        CONTENT,
        /** All of it, unless the connection broke: it may have taken it. */
        END
    }

    TrackedMessage(Session session, String envelopeFrom) {
        super(session);
        setEnvelopeFrom(envelopeFrom);
        setSendPartial(true);
    }

    Stage stage() {
        return stage;
    }

    void whenWritten(Runnable action) {
        written = action;
    }

    /** It has one: Angus would give it another. */
    @Override
    protected void updateMessageID() {}

    @Override
    public void writeTo(OutputStream to, String @Nullable [] without) throws IOException, MessagingException {
        stage = Stage.CONTENT;
        super.writeTo(to, without);
        stage = Stage.END;
        written.run();
    }
}
