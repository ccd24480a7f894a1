package dev.ticketwire.mail.queue.dispatch;

import dev.ticketwire.mail.letter.StoredMail;
import dev.ticketwire.mail.smtp.Postman;
import dev.ticketwire.osticket.mail.MailType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lanes of mailboxes. A mailbox alone decides which server its mails are sent through. Thread-safe. */
final class Routes {
    private final Postman postman;
    private final Board board;
    private final Map<Integer, Lane> lanes = new HashMap<>();

    Routes(Postman postman, Board board) {
        this.postman = postman;
        this.board = board;
    }

    /** Asks again for the servers of these mailboxes. */
    void refresh(Collection<Integer> mailboxes) {
        for (int mailbox : mailboxes) {
            Lane lane = board.lane(postman.server(sample(mailbox)));
            synchronized (this) {
                lanes.put(mailbox, lane);
            }
        }
        for (Lane lane : board.lanes()) {
            if (board.isAway(lane) && of(lane).isEmpty()) {
                // Its mails have gone over to another server.
                board.works(lane);
            }
        }
    }

    /** Null if none is known, or its server is away. */
    synchronized @Nullable Lane usable(int mailbox) {
        Lane lane = lanes.get(mailbox);
        return lane == null || board.isAway(lane) ? null : lane;
    }

    synchronized Lane of(int mailbox) {
        return java.util.Objects.requireNonNull(lanes.get(mailbox));
    }

    /** The mailboxes that send through it. */
    synchronized List<Integer> of(Lane lane) {
        List<Integer> mailboxes = new ArrayList<>();
        lanes.forEach((mailbox, its) -> {
            if (its == lane) {
                mailboxes.add(mailbox);
            }
        });
        return mailboxes;
    }

    /** The mailboxes whose server is away. @param but those of this one are left out */
    synchronized List<Integer> away(@Nullable Lane but) {
        List<Integer> mailboxes = new ArrayList<>();
        lanes.forEach((mailbox, lane) -> {
            if (lane != but && board.isAway(lane)) {
                mailboxes.add(mailbox);
            }
        });
        return mailboxes;
    }

    static StoredMail sample(int mailbox) {
        return new StoredMail(
                0,
                0,
                null,
                MailType.REPLY,
                mailbox,
                "",
                "",
                List.of(),
                List.of(),
                "",
                null,
                null,
                "",
                null,
                List.of(),
                List.of(),
                LocalDateTime.MIN,
                null);
    }
}
