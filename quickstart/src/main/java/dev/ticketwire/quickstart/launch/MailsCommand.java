package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.mail.CaughtMails;
import dev.ticketwire.quickstart.mail.MailText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ticketwire mails}: prints what the mail catcher has received. */
@Command(
        name = "mails",
        description = "Print the newest mails that the suite has sent to its mail catcher, the newest last.")
final class MailsCommand implements Callable<Integer> {
    /** Milliseconds between two looks. */
    private static final int LOOK = 500;

    private final SuiteHome home = SuiteHome.ofThisRun();

    @Option(names = "--newest", paramLabel = "N", converter = Number.class, description = "How many (10).")
    private int newest = 10;

    @Option(names = "--follow", description = "Go on, and print each further one as it comes.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CaughtMails mails = new CaughtMails(home.mails());
        List<Long> all = mails.numbers();
        for (long number : all.subList(Math.max(0, all.size() - newest), all.size())) {
            print(mails, number);
        }
        if (follow) {
            follow(mails, all.isEmpty() ? 0 : all.getLast());
        }
        System.out.println(
                all.isEmpty() ? "No mail has been caught yet." : all.size() + " mails are in " + home.mails() + ".");
        return 0;
    }

    /** Until the program is ended. */
    private static void follow(CaughtMails mails, long after) throws IOException, InterruptedException {
        long last = after;
        while (true) {
            for (long number : mails.numbers()) {
                if (number > last) {
                    print(mails, number);
                    last = number;
                }
            }
            Thread.sleep(LOOK);
        }
    }

    private static void print(CaughtMails mails, long number) throws IOException {
        System.out.println("---- " + mails.file(number));
        System.out.println(MailText.of(Files.readAllBytes(mails.file(number))));
    }

    private static final class Number extends NumberConverter {
        private Number() {
            super(1, 1000);
        }
    }
}
