package dev.ticketwire.webhook.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.webhook.delivery.store.Delivery;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final int PARTITION = 3;

    private final Lanes lanes = new Lanes(new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(DispatchSettings.class)
            .build()
            .getConfigMapping(DispatchSettings.class));

    private static Delivery delivery(long id) {
        return new Delivery(id, 1, PARTITION, id, "event-" + id, "480113", 0, 0, null, null);
    }

    /** The dispatcher may be told of one that was asked for again before a new one that was stored before it. */
    @Test
    void aNewDeliveryIsNotPassedOverByALaterOneThatWasAskedForAgain() {
        lanes.begin(new Term(PARTITION, null), true);

        lanes.requested(delivery(102));
        lanes.added(delivery(101));
        for (Stock stock : lanes.toLoad()) {
            stock.startLoading();
            lanes.loaded(stock, List.of(delivery(101), delivery(102)), true);
        }

        Lane lane = Objects.requireNonNull(lanes.pollReady());
        assertThat(Stream.of(101, 102)).allSatisfy(id -> {
            assertThat(Objects.requireNonNull(lane.head()).id()).isEqualTo(id.longValue());
            lane.removeHead();
        });
    }
}
