package dev.ticketwire.stats.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HalvesTest {
    private static final long ALL = Halves.WORTH_IT;

    @Test
    void theFirstEndsWithTheDepartmentThatComesClosestToTheMiddle() {
        assertThat(Halves.of(List.of(cell(9, ALL / 2), cell(1, ALL / 8), cell(4, ALL / 4), cell(1, ALL / 8))))
                .isEqualTo(new Halves(4));
        assertThat(Halves.of(List.of(cell(1, ALL / 3), cell(2, ALL)))).isEqualTo(new Halves(1));
    }

    @Test
    void oneDepartmentIsWholeInTheSecond() {
        assertThat(Halves.of(List.of(cell(3, ALL)))).isEqualTo(new Halves(0));
    }

    @Test
    void fewTicketsHaveNone() {
        assertThat(Halves.of(List.of(cell(1, ALL - 1)))).isNull();
    }

    private static Cell cell(int department, long tickets) {
        return new Cell(department, 1, false, false, tickets);
    }
}
