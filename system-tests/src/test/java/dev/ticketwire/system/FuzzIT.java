package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.markdown.MarkdownBody;
import dev.ticketwire.system.SuiteDatabase.StoredBody;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of generated requests; with {@code -Dticketwire.chaos=long}, 20,000. A failure names the seeds. */
@WithRunningSuite
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class FuzzIT {
    private static final int SEEDS = ChaosLevel.LONG ? 20_000 : 1_000;
    private static final int AT_A_TIME = 16;
    private static final Pattern ACTIVE_ELEMENT = Pattern.compile(
            "script|style|object|embed|applet|base|meta|link|form|svg|math|frame|frameset|template|noscript");
    private static final Pattern ACTIVE_ADDRESS =
            Pattern.compile("(?:javascript|vbscript|livescript):.*|data:(?!image/).*");

    private final RunningSuite suite;
    private final SuiteDatabase store;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    FuzzIT(RunningSuite suite) {
        this.suite = suite;
        this.store = new SuiteDatabase(suite);
    }

    private record Answered(long seed, String path, int status, String mark) {
        boolean isRefused() {
            return status >= 400;
        }
    }

    @Test
    void noRequestIsAnInternalErrorOrStoresWhatIsRefusedOrActive() throws Exception {
        Queue<Answered> answers = new ConcurrentLinkedQueue<>();

        sendAll(answers);

        new AcceptedCreates(suite).awaitNothingWaiting();
        Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
        answers.forEach(answer -> statuses.merge(answer.status, 1, Integer::sum));
        System.out.printf("%d generated requests, answers by status: %s%n", answers.size(), statuses);
        assertThat(answers).hasSize(SEEDS);
        assertThat(answers).filteredOn(answer -> answer.status >= 500).isEmpty();
        assertThat(statuses).containsKeys(200, 201, 400);
        List<StoredBody> stored = store.bodies("fuzz%");
        assertNothingOfTheRefused(answers, stored);
        assertThat(stored).hasSizeGreaterThan(SEEDS / 10);
        assertThat(stored).allSatisfy(FuzzIT::assertHarmless);
    }

    private void sendAll(Queue<Answered> answers) throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> senders = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_A_TIME; i++) {
                senders.add(threads.submit(() -> {
                    for (int seed = next.getAndIncrement(); seed < SEEDS; seed = next.getAndIncrement()) {
                        answers.add(send(seed));
                    }
                    return null;
                }));
            }
        }
        for (Future<?> sender : senders) {
            sender.get();
        }
    }

    private Answered send(long seed) throws IOException, InterruptedException {
        RequestFuzz fuzz = new RequestFuzz(seed);
        String contentType = fuzz.contentType();
        byte[] body = fuzz.body(contentType);
        String method = "POST";
        String path;
        switch (fuzz.below(6)) {
            case 0 -> path = "/tickets";
            case 1 -> {
                method = "PATCH";
                path = "/tickets/" + DemoHelpDesk.TICKET;
            }
            case 2 -> {
                method = "PATCH";
                path = "/api/tickets-update.php/" + DemoHelpDesk.TICKET + ".json";
            }
            case 3 -> path = "/tickets/" + DemoHelpDesk.TICKET + "/replies";
            default -> path = "/api/tickets.json";
        }
        HttpRequest request = HttpRequest.newBuilder(suite.gateway().resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("X-API-Key", DemoHelpDesk.FULL_KEY)
                .header("Prefer", "wait=30")
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        return new Answered(seed, method + " " + path, status, fuzz.mark());
    }

    private static void assertNothingOfTheRefused(Queue<Answered> answers, List<StoredBody> stored) {
        List<String> refused =
                answers.stream().filter(Answered::isRefused).map(Answered::mark).toList();
        assertThat(stored)
                .filteredOn(entry -> refused.contains(entry.body().split("[^a-z0-9]", 2)[0]))
                .isEmpty();
    }

    private static void assertHarmless(StoredBody entry) {
        String html = switch (entry.format()) {
            case "html" -> entry.body();
            case "markdown" -> MarkdownBody.toHtml(entry.body());
            default -> "";
        };
        Document document = Jsoup.parseBodyFragment(html);
        for (Element element : document.body().getAllElements()) {
            assertThat(ACTIVE_ELEMENT.matcher(element.normalName()).matches())
                    .as(() -> element.normalName() + " in entry " + entry.id() + ": " + entry.body())
                    .isFalse();
            for (Attribute attribute : element.attributes()) {
                assertThat(isActive(attribute))
                        .as(() -> attribute + " in entry " + entry.id() + ": " + entry.body())
                        .isFalse();
            }
        }
    }

    private static boolean isActive(Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
        return name.startsWith("on")
                || name.equals("srcdoc")
                || ACTIVE_ADDRESS.matcher(value).matches()
                || (name.equals("style") && (value.contains("expression(") || value.contains("javascript:")));
    }
}
