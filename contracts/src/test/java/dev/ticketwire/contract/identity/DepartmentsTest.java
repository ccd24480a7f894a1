package dev.ticketwire.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepartmentsTest {
    @Test
    void someIncludeThemselvesAndNoOther() {
        Departments some = Departments.of(List.of(4, 1, 4));

        assertThat(some.include(1)).isTrue();
        assertThat(some.include(2)).isFalse();
        assertThat(some.areAll()).isFalse();
        assertThat(some).hasToString("1,4").isEqualTo(Departments.parse("1,4"));
    }

    @Test
    void allIncludeAny() {
        assertThat(Departments.parse("all").include(77)).isTrue();
        assertThat(Departments.ALL).hasToString("all").isEqualTo(Departments.parse("all"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1,", ",", "1;2", "ALL", "none", "1, 2"})
    void whatCannotBeReadIsNotTakenForAll(String text) {
        assertThatThrownBy(() -> Departments.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noneIsNoRestriction() {
        assertThatThrownBy(() -> Departments.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
