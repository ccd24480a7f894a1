package dev.ticketwire.gateway.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What becomes of readings, with times of the test's own. */
class ServiceWatchTest {
    private static final String SERVICE = "ticket-command-service";
    private static final Instant BEGIN = Instant.parse("2026-11-30T10:00:00Z");
    private static final Health UP = new Health(true, null);

    private final History history = new History();
    private final ServiceWatch watch = watch(SERVICE);

    private ServiceWatch watch(String service) {
        return new ServiceWatch(service, history, Duration.ofSeconds(15), BEGIN);
    }

    private static Instant at(long second) {
        return BEGIN.plusSeconds(second);
    }

    private static String applied(double total, long startedSecond) {
        return "ticketwire_commands_total{kind=\"a\",state=\"applied\",} " + total + "\nprocess_start_time_seconds "
                + (BEGIN.getEpochSecond() + startedSecond) + '\n';
    }

    private void read(String instance, long second, String text) {
        read(watch, SERVICE, instance, second, text);
    }

    private static void read(ServiceWatch watch, String service, String instance, long second, String text) {
        List<Sample> samples = PrometheusText.parse(text, Figure::needs);
        watch.read(instance, Reading.of(service, samples, at(second)), UP, UP);
    }

    /** The values of the points since {@link #BEGIN}. */
    private double[] series(Figure figure, long untilSecond) {
        double[] all = history.series(figure, at(untilSecond));
        return Arrays.copyOfRange(all, all.length - (int) untilSecond / 10, all.length);
    }

    @Test
    void whatIsCountedBetweenTwoReadingsBelongsToThePointsBetweenThem() {
        read("a", 5, applied(100, -60));
        read("a", 15, applied(110, -60));
        read("a", 25, applied(110, -60));

        assertThat(series(Figure.APPLIED, 30)).containsExactly(60, 30, 0);
    }

    @Test
    void aPointInWhichNobodyWasReachedIsNotKnown() {
        read("a", 0, applied(100, -60));
        read("a", 10, applied(110, -60));
        watch.notReached("a", "it is away");
        read("a", 40, applied(900, -60));
        read("a", 50, applied(920, -60));

        assertThat(series(Figure.APPLIED, 60)).containsExactly(60, Double.NaN, Double.NaN, Double.NaN, 120, Double.NaN);
    }

    @Test
    void aRestartCountsFromZero() {
        read("a", 0, applied(1000, -60));
        read("a", 10, applied(1010, -60));
        read("a", 20, applied(4, 14));

        assertThat(series(Figure.APPLIED, 20)[0]).isEqualTo(60);
        assertThat(series(Figure.APPLIED, 20)[1]).isCloseTo(4 / 6.0 * 60, within(0.1));
    }

    @Test
    void aCounterThatGoesDownIsThatOfANewProcessAlsoIfItDoesNotSay() {
        String old = "ticketwire_commands_total{state=\"applied\"} 50\n";
        read("a", 0, old);
        read("a", 10, old.replace("50", "5"));

        assertThat(series(Figure.APPLIED, 10)).containsExactly(30);
    }

    @Test
    void instancesComeAndGoAndTheirRatesAddUp() {
        read("a", 0, applied(0, -60));
        read("b", 0, applied(500, -60));
        read("a", 10, applied(10, -60));
        read("b", 10, applied(520, -60));
        read("a", 20, applied(20, -60));
        read("b", 20, applied(530, -60));
        watch.found("b:9081", List.of("a", "c"));
        read("a", 30, applied(30, -60));
        read("c", 30, applied(10, 20));

        assertThat(series(Figure.APPLIED, 30)).containsExactly(180, 120, 120);
        assertThat(watch.views()).extracting(InstanceView::instance).containsExactly("a", "c");
    }

    @Test
    void whatAnOldProcessCountedBeforeItWasFoundIsNotNew() {
        read("a", 0, applied(0, -60));
        read("a", 10, applied(0, -60));
        read("b", 10, applied(1_000_000, -3600));

        assertThat(series(Figure.APPLIED, 10)).containsExactly(0);
    }

    @Test
    void aCounterThatDoesNotExistYetIsZeroAndOneThatAppearsHasRisen() {
        String started = "process_start_time_seconds 1\n";
        read("a", 0, started);
        read("a", 10, started);
        read("a", 20, started + "ticketwire_commands_total{state=\"failed\"} 2\n");

        assertThat(series(Figure.FAILED, 20)).containsExactly(0, 12);
    }

    @Test
    void theLagIsThatOfTheCommandsOfTheIntervalOfAllInstances() {
        String before = "ticketwire_commands_lag_seconds_bucket{le=\"0.1\"} 1000\n"
                + "ticketwire_commands_lag_seconds_bucket{le=\"1\"} 1000\n"
                + "ticketwire_commands_lag_seconds_bucket{le=\"+Inf\"} 1000\n";
        String other = before.replace(" 1000", " 0");
        read("a", 0, before);
        read("b", 0, other);
        read("a", 10, before.replace(" 1000", " 1050"));
        read("b", 10, other.replace("le=\"1\"} 0", "le=\"1\"} 50").replace("Inf\"} 0", "Inf\"} 50"));
        read("a", 20, before.replace(" 1000", " 1050"));

        double[] high = history.lag(0.99, at(20));
        double[] median = history.lag(0.5, at(20));

        assertThat(high[high.length - 2]).isCloseTo(0.982, within(0.001));
        assertThat(median[median.length - 2]).isCloseTo(0.1, within(0.001));
        assertThat(high[high.length - 1]).as("none in this one").isNaN();
    }

    @Test
    void aGaugeIsTheHighestOfThePointOrTheHighestSumAndUnknownWhereItSaysSo() {
        ServiceWatch gateways = watch("api-gateway");
        read(gateways, "api-gateway", "a", 1, "ticketwire_commands_backlog 3\n");
        read(gateways, "api-gateway", "b", 2, "ticketwire_commands_backlog 7\n");
        read(gateways, "api-gateway", "a", 6, "ticketwire_commands_backlog 1\n");
        read(gateways, "api-gateway", "a", 16, "ticketwire_commands_backlog NaN\n");
        read(gateways, "api-gateway", "a", 21, "ticketwire_commands_backlog NaN\n");
        ServiceWatch webhooks = watch("webhook-service");
        read(webhooks, "webhook-service", "a", 1, "ticketwire_webhooks_waiting 3\n");
        read(webhooks, "webhook-service", "b", 2, "ticketwire_webhooks_waiting 4\n");
        read(webhooks, "webhook-service", "a", 12, "ticketwire_webhooks_waiting 0\n");

        assertThat(series(Figure.WAITING, 30)).containsExactly(7, 7, Double.NaN);
        assertThat(series(Figure.DELIVERIES_WAITING, 20)).containsExactly(7, 4);
    }

    @Test
    void anHourIsKeptAndNoMore() {
        double total = 0;
        for (long second = 0; second <= 2 * 3600; second += 5) {
            total += second < 3600 ? 1 : 2;
            read("a", second, applied(total, -60));
        }

        assertThat(history.series(Figure.APPLIED, at(2 * 3600)))
                .hasSize(360)
                .usingComparatorWithPrecision(1e-6)
                .containsOnly(24);
        assertThat(LongStream.of(History.times(at(2 * 3600))))
                .hasSize(360)
                .startsWith(at(3600).getEpochSecond())
                .endsWith(at(2 * 3600 - 10).getEpochSecond());
        assertThat(DoubleStream.of(history.series(Figure.APPLIED, at(4 * 3600))))
                .as("nobody has asked for two hours")
                .allMatch(rate -> Double.isNaN(rate));
    }

    @Test
    void aServiceWhoseNameHasNoAddressIsShownAllTheSame() {
        read("a", 0, applied(0, -60));

        watch.notFound("commands:9081");

        assertThat(watch.views())
                .contains(InstanceView.notReached(SERVICE, "commands:9081", "no address of this name is known"));
    }

    @Test
    void whatARealServiceAnswersHasAllItsFigures() throws Exception {
        Reading commands = Reading.of(SERVICE, PrometheusText.parse(TestMetrics.text(SERVICE), Figure::needs), BEGIN);
        Reading gateway = Reading.of(
                Figure.GATEWAY, PrometheusText.parse(TestMetrics.text(Figure.GATEWAY), Figure::needs), BEGIN);

        assertThat(commands.counters()).containsOnlyKeys(Figure.APPLIED, Figure.REJECTED, Figure.FAILED);
        assertThat(commands.counters().get(Figure.APPLIED)).isPositive();
        assertThat(commands.lag().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isPositive();
        assertThat(commands.started()).isNotNull();
        assertThat(commands.version()).isEqualTo("0.1.0-SNAPSHOT");
        assertThat(gateway.counters()).containsOnlyKeys(Figure.ACCEPTED);
        assertThat(gateway.gauges()).containsOnlyKeys(Figure.WAITING, Figure.OLDEST, Figure.DEAD_LETTERS);
    }
}
