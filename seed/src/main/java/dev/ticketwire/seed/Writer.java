package dev.ticketwire.seed;

import java.util.Arrays;

/** Makes a batch of whole tickets. */
final class Writer {
    private final Desk desk;
    private final Existing existing;
    private final Plan plan;
    private final Prose prose;

    Writer(Desk desk, Existing existing, Plan plan, Prose prose) {
        this.desk = desk;
        this.existing = existing;
        this.plan = plan;
        this.prose = prose;
    }

    Batch write(Share share) {
        Batch batch = new Batch(desk);
        TicketRows tickets = new TicketRows(desk, prose, batch);
        UserRows users = new UserRows(desk, batch);
        int user = 0;
        int made = 0;
        Ids ids = share.first();
        Siblings siblings = new Siblings();
        for (int i = share.from(); i < share.to(); i++) {
            int number = plan.number(i);
            Story story = Story.of(number, plan.total(), desk);
            if (plan.bringsUser(i)) {
                user = share.firstUser() + made;
                users.write(Names.user(number), user, share.firstEmail() + made, ids.formEntry(), story.created());
                ids = new Ids(ids.ticket(), ids.thread(), ids.formEntry() + 1, ids.firstEntry());
                made++;
            } else if (existing.user(Names.user(number)) != 0) {
                user = existing.user(Names.user(number));
            }
            siblings.add(number, ids.ticket());
            tickets.write(story, user, siblings.parent(number), ids);
            ids = new Ids(
                    ids.ticket() + 1, ids.thread() + 1, ids.formEntry() + 1, ids.firstEntry() + Story.entries(number));
        }
        return batch;
    }

    /** The tickets of one user: a few of them hang under the first. */
    private final class Siblings {
        private final int[] ids = new int[Names.TICKETS_OF_A_USER];
        private int user = -1;

        void add(int number, int id) {
            if (Names.user(number) != user) {
                user = Names.user(number);
                Arrays.setAll(ids, i -> existing.ticket(user * Names.TICKETS_OF_A_USER + i));
            }
            ids[number % Names.TICKETS_OF_A_USER] = id;
        }

        /** 0 if it has none. */
        int parent(int number) {
            int place = number % Names.TICKETS_OF_A_USER;
            return place > 2 && new Draws(number, 4).chance(7) ? ids[0] : 0;
        }
    }
}
