package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.WaveCutter.Footprint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaveCutterTest {
    private static final Map<String, Footprint> FOOTPRINTS = Map.of(
            "change 1", Footprint.of(Set.of(1), Set.of(1)),
            "read 1", Footprint.of(Set.of(), Set.of(1)),
            "keep 1", new Footprint(Set.of(), Set.of(), Set.of(1), false),
            "change 2", Footprint.of(Set.of(2), Set.of(2)),
            "alone", new Footprint(Set.of(), Set.of(), Set.of(), true));

    @Test
    void itemsThatDoNotMeetShareAWave() {
        assertThat(cut("change 1", "change 2")).containsExactly(List.of("change 1", "change 2"));
        assertThat(cut("read 1", "read 1", "change 1")).hasSize(1);
    }

    @Test
    void aReaderOfAChangeOpensAWaveAndSoDoesAChangeOfWhatIsKept() {
        assertThat(cut("change 1", "read 1", "read 1"))
                .containsExactly(List.of("change 1"), List.of("read 1", "read 1"));
        assertThat(cut("keep 1", "change 2", "change 1"))
                .containsExactly(List.of("keep 1", "change 2"), List.of("change 1"));
    }

    @Test
    void aNewWaveForgetsTheOneBefore() {
        assertThat(cut("change 1", "change 1", "change 2")).hasSize(2);
    }

    @Test
    void anItemAloneSharesItsWaveWithNobody() {
        assertThat(cut("alone", "alone", "change 1", "change 2", "alone"))
                .containsExactly(List.of("alone"), List.of("alone"), List.of("change 1", "change 2"), List.of("alone"));
    }

    private static List<List<String>> cut(String... items) {
        return WaveCutter.cut(List.of(items), item -> FOOTPRINTS.getOrDefault(item, Footprint.of(Set.of(), Set.of())));
    }
}
