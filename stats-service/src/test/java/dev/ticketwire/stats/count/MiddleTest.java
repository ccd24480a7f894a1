package dev.ticketwire.stats.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MiddleTest {
    private static final long HALF = Middle.WORTH_HALVING / 2;

    @Test
    void itIsWhereHalfOfTheTicketsIsReachedInWhateverOrderTheCellsCome() {
        List<Cell> cells = List.of(cell(3, 7, HALF - 1), cell(1, 5, 1), cell(2, 4, 1), cell(2, 9, HALF - 1));

        assertThat(Middle.of(cells)).isEqualTo(new Middle(2, 9));
    }

    @Test
    void cellsOfOneAgentAreNotTornApart() {
        assertThat(Middle.of(List.of(cell(1, 1, HALF / 2), cell(1, 1, HALF / 2), cell(1, 2, HALF))))
                .isEqualTo(new Middle(1, 1));
    }

    @Test
    void fewTicketsHaveNone() {
        assertThat(Middle.of(List.of(cell(1, 1, Middle.WORTH_HALVING - 1)))).isNull();
    }

    private static Cell cell(int department, int staff, long tickets) {
        return new Cell(department, staff, false, false, tickets);
    }
}
