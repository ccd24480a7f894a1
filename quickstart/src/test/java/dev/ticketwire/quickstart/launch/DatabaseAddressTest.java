package dev.ticketwire.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.quickstart.infrastructure.Database;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {
    @Test
    void theShortFormNamesUserAndPasswordBeforeTheHost() {
        Database database = DatabaseAddress.parse("mysql://desk:s%40cret+1@db.example:3307/osticket");

        assertThat(database).isEqualTo(new Database("db.example", 3307, "osticket", "desk", "s@cret+1"));
    }

    @Test
    void theJdbcFormNamesThemAsParameters() {
        Database database = DatabaseAddress.parse("jdbc:mariadb://db.example/osticket?user=desk&password=a%26b&x=y");

        assertThat(database).isEqualTo(new Database("db.example", 3306, "osticket", "desk", "a&b"));
    }

    @Test
    void aMissingPartIsNamedWithoutThePassword() {
        assertThatThrownBy(() -> DatabaseAddress.parse("mysql://:hush@db.example/osticket"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("names no user")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> DatabaseAddress.parse("mysql://desk:hush@db.example/"))
                .hasMessageContaining("names no database")
                .hasMessageNotContaining("hush");
    }

    @Test
    void anotherKindOfDatabaseIsRefused() {
        assertThatThrownBy(() -> DatabaseAddress.parse("postgresql://desk:hush@db.example/osticket"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("must begin with mysql://")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> DatabaseAddress.parse("mysql://desk:hu sh@db.example/osticket"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("malformed")
                .hasMessageNotContaining("sh@");
    }
}
