package dev.ticketwire.mail.queue;

import dev.ticketwire.mail.letter.StoredMail;
import dev.ticketwire.mail.smtp.Postman;
import dev.ticketwire.mail.smtp.SendResult;
import dev.ticketwire.mail.smtp.SendResult.Deferred;
import dev.ticketwire.mail.smtp.SendResult.Refused;
import dev.ticketwire.mail.smtp.SendResult.Sent;
import dev.ticketwire.mail.smtp.SendResult.Unreachable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Takes mails as a test wants. Each mailbox has a server of its own. Thread-safe. */
final class TestPostman implements Postman {
    private final List<StoredMail> taken = new ArrayList<>();
    private final Set<Integer> away = ConcurrentHashMap.newKeySet();
    private final Map<String, SendResult> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> atOnce = new HashMap<>();
    private final Map<String, Integer> mostAtOnce = new HashMap<>();
    final AtomicInteger tries = new AtomicInteger();
    private volatile @Nullable CountDownLatch gate;

    @Override
    public String server(StoredMail mail) {
        return server(mail.mailbox());
    }

    static String server(int mailbox) {
        return "mail" + mailbox + ".example.org:25";
    }

    @Override
    public SendResult send(StoredMail mail) throws InterruptedException {
        tries.incrementAndGet();
        String address = mail.recipients().getFirst().address();
        String domain = address.substring(address.indexOf('@') + 1);
        begin(domain);
        try {
            CountDownLatch wait = gate;
            if (wait != null) {
                wait.await();
            }
            return answer(mail);
        } finally {
            end(domain);
        }
    }

    private synchronized void begin(String domain) {
        mostAtOnce.merge(domain, atOnce.merge(domain, 1, Integer::sum), Integer::max);
    }

    private synchronized void end(String domain) {
        atOnce.merge(domain, -1, Integer::sum);
    }

    private SendResult answer(StoredMail mail) {
        String server = server(mail);
        if (away.contains(mail.mailbox())) {
            return new Unreachable(server, 0, "nobody answers");
        }
        SendResult answer = answers.get(mail.subject());
        if (answer == null || answer instanceof Sent) {
            synchronized (this) {
                taken.add(mail);
            }
        }
        return answer == null ? new Sent(server, 250, List.of()) : answer;
    }

    void away(int mailbox, boolean isAway) {
        if (isAway) {
            away.add(mailbox);
        } else {
            away.remove(mailbox);
        }
    }

    /** Every mail waits in {@link #send} until {@link #open}. */
    void close() {
        gate = new CountDownLatch(1);
    }

    void open() {
        CountDownLatch wait = gate;
        gate = null;
        if (wait != null) {
            wait.countDown();
        }
    }

    void defer(String subject) {
        answers.put(subject, new Deferred("mail1.example.org:25", 451, "try again"));
    }

    void refuse(String subject) {
        answers.put(subject, new Refused("mail1.example.org:25", 550, "no such user"));
    }

    void answer(String subject, SendResult result) {
        answers.put(subject, result);
    }

    void takeAgain(String subject) {
        answers.remove(subject);
    }

    synchronized List<StoredMail> taken() {
        return List.copyOf(taken);
    }

    List<String> subjects() {
        return taken().stream().map(StoredMail::subject).toList();
    }

    List<String> subjects(int ticket) {
        return taken().stream()
                .filter(mail -> mail.ticket() == ticket)
                .map(StoredMail::subject)
                .toList();
    }

    synchronized int mostAtOnce(String domain) {
        return mostAtOnce.getOrDefault(domain, 0);
    }
}
