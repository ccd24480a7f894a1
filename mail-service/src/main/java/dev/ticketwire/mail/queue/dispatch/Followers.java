package dev.ticketwire.mail.queue.dispatch;

import dev.ticketwire.mail.queue.store.Claim;
import dev.ticketwire.mail.queue.store.WaitingRows.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** The mails of a ticket that may be claimed together with its first one. */
final class Followers {
    private static final int MOST = 8;

    private Followers() {}

    /**
     * @param line what waits of the ticket, in its order
     * @param isUsable of a mailbox: whether its server is known and not away
     * @param isInHand of a mail
     */
    static List<Claim> of(
            Claim head, List<Claim> line, View view, Predicate<Integer> isUsable, LongPredicate isInHand) {
        List<Claim> followers = new ArrayList<>();
        for (Claim claim : line) {
            if (claim.id() <= head.id()) {
                continue;
            }
            boolean isDue = !claim.due().isAfter(view.now());
            boolean isFree = !claim.isClaimed() && !isInHand.test(claim.id());
            if (followers.size() == MOST
                    || !isDue
                    || !isFree
                    || !isUsable.test(claim.mail().mailbox())) {
                break;
            }
            followers.add(claim);
        }
        return followers;
    }
}
