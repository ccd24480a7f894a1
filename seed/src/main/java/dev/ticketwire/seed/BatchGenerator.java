package dev.ticketwire.seed;

import java.util.Arrays;

/** Makes a batch of whole tickets. */
final class BatchGenerator {
    private final HelpDesk desk;
    private final ExistingTickets existing;
    private final SeedPlan plan;
    private final TextGenerator prose;

    BatchGenerator(HelpDesk desk, ExistingTickets existing, SeedPlan plan, TextGenerator prose) {
        this.desk = desk;
        this.existing = existing;
        this.plan = plan;
        this.prose = prose;
    }

    TicketBatch write(BatchPlan share) {
        TicketBatch batch = new TicketBatch(desk);
        TicketRows tickets = new TicketRows(desk, prose, batch);
        UserRows users = new UserRows(desk, batch);
        int user = 0;
        int made = 0;
        TicketRowIds ids = share.first();
        Siblings siblings = new Siblings();
        for (int i = share.from(); i < share.to(); i++) {
            int number = plan.number(i);
            SyntheticTicket story = SyntheticTicket.of(number, plan.total(), desk);
            if (plan.bringsUser(i)) {
                user = share.firstUser() + made;
                users.write(
                        SyntheticNames.user(number), user, share.firstEmail() + made, ids.formEntry(), story.created());
                ids = new TicketRowIds(ids.ticket(), ids.thread(), ids.formEntry() + 1, ids.firstEntry());
                made++;
            } else if (existing.user(SyntheticNames.user(number)) != 0) {
                user = existing.user(SyntheticNames.user(number));
            }
            siblings.add(number, ids.ticket());
            tickets.write(story, user, siblings.parent(number), ids);
            ids = new TicketRowIds(
                    ids.ticket() + 1,
                    ids.thread() + 1,
                    ids.formEntry() + 1,
                    ids.firstEntry() + SyntheticTicket.entries(number));
        }
        return batch;
    }

    /** The tickets of one user: a few of them hang under the first. */
    private final class Siblings {
        private final int[] ids = new int[SyntheticNames.TICKETS_OF_A_USER];
        private int user = -1;

        void add(int number, int id) {
            if (SyntheticNames.user(number) != user) {
                user = SyntheticNames.user(number);
                Arrays.setAll(ids, i -> existing.ticket(user * SyntheticNames.TICKETS_OF_A_USER + i));
            }
            ids[number % SyntheticNames.TICKETS_OF_A_USER] = id;
        }

        /** 0 if it has none. */
        int parent(int number) {
            int place = number % SyntheticNames.TICKETS_OF_A_USER;
            return place > 2 && new RandomChoices(number, 4).chance(7) ? ids[0] : 0;
        }
    }
}
