package dev.ticketwire.event.feed.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.contract.event.FeedGap;
import dev.ticketwire.event.capture.Checkpoint;
import dev.ticketwire.event.feed.store.CaptureState.Resynchronisation;
import dev.ticketwire.event.feed.store.CaptureState.ToldGap;
import dev.ticketwire.event.feed.store.SnapshotState.State;
import dev.ticketwire.event.feed.store.StoredStates.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateCodecTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final CaptureState CAPTURE = new CaptureState(
            new Checkpoint(
                    new LogPlace("1", "binlog.000007", 4711, "0-1-99,7-2-3", Map.of("ticket", "a,b")),
                    12,
                    Map.of(22L, 13L)),
            NOON,
            new ToldGap("gap-1", new FeedGap(NOON, NOON.plusSeconds(1), "purged"), "Keep it longer."),
            new Resynchronisation("gap-1", NOON, new CopyProgress(7, 3, List.of(5L))));
    private static final SnapshotState SNAPSHOT = new SnapshotState(
            "r",
            new SnapshotRequest("r", false, Map.of("state", List.of("open")), 200),
            State.RUNNING,
            CopyProgress.NONE,
            NOON,
            null);

    @Test
    void statesAreReadAsTheyWereStored() {
        assertThat(StateCodec.read(StateCodec.bytes(CAPTURE), CaptureState.class))
                .isEqualTo(CAPTURE);
        assertThat(StateCodec.read(StateCodec.bytes(SNAPSHOT), SnapshotState.class))
                .isEqualTo(SNAPSHOT);
        assertThat(new String(StateCodec.bytes(SNAPSHOT), UTF_8)).contains("\"version\":1", "\"state\":\"running\"");
    }

    @Test
    void unknownMembersAreIgnored() {
        String json = new String(StateCodec.bytes(SNAPSHOT), UTF_8).replaceFirst("\\{", "{\"later\":[1],");

        assertThat(StateCodec.read(json.getBytes(UTF_8), SnapshotState.class)).isEqualTo(SNAPSHOT);
    }

    @Test
    void whatIsNoStateOrThatOfALaterVersionIsUnreadable() {
        String later = new String(StateCodec.bytes(CAPTURE), UTF_8).replace("\"version\":1", "\"version\":2");

        String placeless = new String(StateCodec.bytes(CAPTURE), UTF_8).replace("0-1-99,7-2-3", "x");

        for (String json : List.of("", "[]", "{", "null", "{\"version\":1}", later, placeless)) {
            StoredStates states =
                    new StoredStates(Map.of(StateKey.CAPTURE.key(), new Stored(json.getBytes(UTF_8), NOON)), 1);
            assertThatThrownBy(states::capture).as(json).isInstanceOf(UnreadableStateException.class);
        }
    }
}
