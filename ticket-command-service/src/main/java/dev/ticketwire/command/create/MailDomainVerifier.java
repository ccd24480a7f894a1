package dev.ticketwire.command.create;

import dev.ticketwire.osticket.person.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether e-mail domains exist, for help desks that verify the address of a new requester ({@code
 * verify_email_addrs}). A domain exists if it has an MX, A or AAAA record, or if DNS does not answer in time.
 */
@ApplicationScoped
class MailDomainVerifier {
    private static final String[] RECORDS = {"MX", "A", "AAAA"};
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}");
    private static final String TIMEOUT_MILLIS = "1000";
    private static final int MOST_REMEMBERED = 10_000;
    private static final long REMEMBERED_NANOS = Duration.ofMinutes(10).toNanos();

    private record Answer(boolean exists, long nanos) {}

    private final Function<String, Optional<Boolean>> nameService;
    private final Map<String, Answer> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    MailDomainVerifier() {
        this(MailDomainVerifier::ask);
    }

    /** @param nameService returns whether a domain exists; empty if unknown */
    MailDomainVerifier(Function<String, Optional<Boolean>> nameService) {
        this.nameService = nameService;
    }

    /**
     * Looks up the domains of all addresses at the same time.
     *
     * @return whether the domain of one of them may exist
     */
    Predicate<String> of(Collection<String> addresses) {
        Set<String> domains = new HashSet<>();
        for (String address : addresses) {
            if (EmailAddress.isOfMail(address) && !address.endsWith("]")) {
                domains.add(EmailAddress.domain(address));
            }
        }
        Set<String> missing = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String domain : domains) {
            Answer answer = remembered(domain);
            if (answer == null) {
                unknown.add(domain);
            } else if (!answer.exists) {
                missing.add(domain);
            }
        }
        missing.addAll(lookUp(unknown));
        return address -> !missing.contains(EmailAddress.domain(address));
    }

    /** @return the domains that do not exist */
    private Set<String> lookUp(List<String> domains) {
        Set<String> missing = new HashSet<>();
        if (domains.isEmpty()) {
            return missing;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<Optional<Boolean>>> answers = new LinkedHashMap<>();
            domains.forEach(domain -> answers.put(domain, threads.submit(() -> nameService.apply(domain))));
            answers.forEach((domain, answer) -> {
                boolean exists = result(answer).orElse(true);
                remember(domain, exists);
                if (!exists) {
                    missing.add(domain);
                }
            });
        }
        return missing;
    }

    private static Optional<Boolean> result(Future<Optional<Boolean>> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.empty();
        }
    }

    private synchronized @Nullable Answer remembered(String domain) {
        Answer answer = remembered.get(domain);
        return answer == null || System.nanoTime() - answer.nanos > REMEMBERED_NANOS ? null : answer;
    }

    private synchronized void remember(String domain, boolean exists) {
        remembered.put(domain, new Answer(exists, System.nanoTime()));
    }

    /** A name of letters, digits, dots and hyphens contains no other JNDI scheme, so only DNS is queried. */
    @SuppressWarnings("BanJNDI")
    private static Optional<Boolean> ask(String domain) {
        if (!HOST.matcher(domain).matches()) {
            return Optional.empty();
        }
        Properties settings = new Properties();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put("com.sun.jndi.dns.timeout.initial", TIMEOUT_MILLIS);
        settings.put("com.sun.jndi.dns.timeout.retries", "1");
        try {
            DirContext context = new InitialDirContext(settings);
            try {
                return Optional.of(context.getAttributes(domain, RECORDS).size() > 0);
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            return Optional.of(false);
        } catch (NamingException e) {
            return Optional.empty();
        }
    }
}
