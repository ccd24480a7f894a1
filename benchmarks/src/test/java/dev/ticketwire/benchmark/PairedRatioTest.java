package dev.ticketwire.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairedRatioTest {
    @Test
    void theRatioIsTheMedianOfTheRoundsRatios() {
        // A disturbance of the third round slows both down.
        PairedRatio ratio = PairedRatio.of(List.of(100.0, 110.0, 10.0), List.of(200.0, 209.0, 21.0));

        assertThat(ratio.before()).isEqualTo(100);
        assertThat(ratio.after()).isEqualTo(200);
        assertThat(ratio.ratio()).isEqualTo(2.0);
        assertThat(ratio.least()).isCloseTo(1.9, within(1e-9));
        assertThat(ratio.most()).isCloseTo(2.1, within(1e-9));
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleOnes() {
        assertThat(PairedRatio.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
    }

    @Test
    void roundsMustBeComplete() {
        assertThatThrownBy(() -> PairedRatio.of(List.of(1.0), List.of(1.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PairedRatio.of(List.of(), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGoalIsMetAtItsBound() {
        assertThat(CompareGoal.atLeast(2.0).isMet(2.0)).isTrue();
        assertThat(CompareGoal.atLeast(2.0).isMet(1.99)).isFalse();
        assertThat(CompareGoal.atMost(0.4).isMet(0.4)).isTrue();
        assertThat(CompareGoal.atMost(0.4).isMet(0.41)).isFalse();
    }

    @Test
    void aLineSaysWhetherItsGoalIsMet() {
        PairedRatio ratio = PairedRatio.of(List.of(20.0), List.of(7.0));

        CompareLine line = new CompareLine("create-1", "p50 ms", ratio, CompareGoal.atMost(0.4));

        assertThat(line.row()).isEqualTo("| create-1 | p50 ms | 20.00 | 7.00 | **0.35** | 0.35–0.35 | ≤ 0.40: met |");
        assertThat(line.json())
                .isEqualTo("{\"work\":\"create-1\",\"unit\":\"p50 ms\",\"before\":20.000,\"after\":7.000,"
                        + "\"ratio\":0.3500,\"least\":0.3500,\"most\":0.3500}");
    }
}
