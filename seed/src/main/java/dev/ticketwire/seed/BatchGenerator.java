package dev.ticketwire.seed;

import java.util.Arrays;

/** Generates a batch of complete tickets. */
final class BatchGenerator {
    private final HelpDesk desk;
    private final ExistingTickets existing;
    private final SeedPlan plan;
    private final TextGenerator texts;

    BatchGenerator(HelpDesk desk, ExistingTickets existing, SeedPlan plan, TextGenerator texts) {
        this.desk = desk;
        this.existing = existing;
        this.plan = plan;
        this.texts = texts;
    }

    TicketBatch generate(BatchPlan batchPlan) {
        return new Generation(batchPlan).run();
    }

    /** The state of one batch while it is generated. */
    private final class Generation {
        private final BatchPlan batchPlan;
        private final TicketBatch batch = new TicketBatch(desk);
        private final SyntheticTicketRows tickets = new SyntheticTicketRows(desk, texts, batch);
        private final UserRows users = new UserRows(desk, batch);
        private final SiblingTickets siblings = new SiblingTickets();
        private TicketRowIds ids;
        private int user;
        private int newUsers;

        Generation(BatchPlan batchPlan) {
            this.batchPlan = batchPlan;
            this.ids = batchPlan.first();
        }

        TicketBatch run() {
            for (int i = batchPlan.from(); i < batchPlan.to(); i++) {
                int number = plan.number(i);
                SyntheticTicket ticket = TicketGenerator.generate(number, plan.total(), desk);
                chooseUser(plan.bringsUser(i), ticket);
                siblings.add(number, ids.ticket());
                tickets.write(ticket, user, siblings.parent(number), ids);
                ids = ids.afterTicket(TicketGenerator.entries(number));
            }
            return batch;
        }

        private void chooseUser(boolean isNew, SyntheticTicket ticket) {
            int runningNumber = SyntheticNames.user(ticket.number());
            if (isNew) {
                user = batchPlan.firstUser() + newUsers;
                int email = batchPlan.firstEmail() + newUsers;
                long created = ticket.times().created();
                users.write(new UserRows.NewUser(runningNumber, user, email, ids.formEntry(), created));
                ids = ids.afterUser();
                newUsers++;
            } else if (existing.user(runningNumber) != 0) {
                user = existing.user(runningNumber);
            }
        }
    }

    /** The tickets of one user; a few are children of the first. */
    private final class SiblingTickets {
        private final int[] ids = new int[SyntheticNames.TICKETS_OF_A_USER];
        private int user = -1;

        void add(int number, int id) {
            if (SyntheticNames.user(number) != user) {
                user = SyntheticNames.user(number);
                Arrays.setAll(ids, i -> existing.ticket(user * SyntheticNames.TICKETS_OF_A_USER + i));
            }
            ids[number % SyntheticNames.TICKETS_OF_A_USER] = id;
        }

        /** The id of a ticket's parent, 0 for none. */
        int parent(int number) {
            int place = number % SyntheticNames.TICKETS_OF_A_USER;
            return place > 2 && new RandomChoices(number, 4).chance(7) ? ids[0] : 0;
        }
    }
}
