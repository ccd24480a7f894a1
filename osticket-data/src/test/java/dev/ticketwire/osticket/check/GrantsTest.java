package dev.ticketwire.osticket.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT ALL PRIVILEGES ON *.* TO `root`@`%` IDENTIFIED BY PASSWORD '*B6' WITH GRANT OPTION",
                "GRANT SELECT, ALTER ON `my_desk`.* TO `u`@`%`",
                "GRANT ALTER, SELECT ON `my\\_desk`.* TO `role`",
                "GRANT SELECT, ALTER ON `my%`.* TO `u`@`localhost`",
                "GRANT SELECT (`a`, `b`), ALTER ON `my_desk`.`ost_ticket` TO `u`@`%`",
                "GRANT ALL PRIVILEGES ON `my_desk`.* TO `u`@`%`"
            })
    void aRightIsThereHoweverItWasGiven(String line) {
        assertThat(Grants.of(List.of(line)).allow("ALTER", "my_desk", "ost_ticket"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT USAGE ON *.* TO `u`@`%`",
                "GRANT `keeper` TO `u`@`%`",
                "GRANT ALTER ROUTINE, SELECT ON `my_desk`.* TO `u`@`%`",
                "GRANT ALTER ON `other`.* TO `u`@`%`",
                "GRANT ALTER ON `my_desk`.`ost_user` TO `u`@`%`",
                "GRANT ALTER (`number`) ON `my_desk`.`ost_ticket` TO `u`@`%`",
                "GRANT ALTER ON `my\\_`.* TO `u`@`%`"
            })
    void aRightToSomethingElseIsNone(String line) {
        assertThat(Grants.of(List.of(line)).allow("ALTER", "my_desk", "ost_ticket"))
                .isFalse();
    }

    @Test
    void aTableThatIsYetToBeMadeNeedsTheRightInTheDatabase() {
        Grants grants = Grants.of(List.of("GRANT CREATE ON `d`.`t` TO `u`@`%`"));

        assertThat(grants.allow("CREATE", "d", "*")).isFalse();
    }
}
