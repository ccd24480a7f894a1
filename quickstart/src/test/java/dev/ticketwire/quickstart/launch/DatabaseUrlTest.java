package dev.ticketwire.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.setup.database.Database;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {
    @Test
    void theShortFormNamesUserAndPasswordBeforeTheHost() {
        Database database = DatabaseUrl.parse("mysql://desk:s%40cret+1@db.example:3307/osticket");

        assertThat(database).isEqualTo(new Database("db.example", 3307, "osticket", "desk", "s@cret+1"));
    }

    @Test
    void theJdbcFormNamesThemAsParameters() {
        Database database = DatabaseUrl.parse("jdbc:mariadb://db.example/osticket?user=desk&password=a%26b&x=y");

        assertThat(database).isEqualTo(new Database("db.example", 3306, "osticket", "desk", "a&b"));
    }

    @Test
    void aMissingPartIsNamedWithoutThePassword() {
        assertThatThrownBy(() -> DatabaseUrl.parse("mysql://:hush@db.example/osticket"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("names no user")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> DatabaseUrl.parse("mysql://desk:hush@db.example/"))
                .hasMessageContaining("names no database")
                .hasMessageNotContaining("hush");
    }

    @Test
    void anotherKindOfDatabaseIsRefused() {
        assertThatThrownBy(() -> DatabaseUrl.parse("postgresql://desk:hush@db.example/osticket"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("must begin with mysql://")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> DatabaseUrl.parse("mysql://desk:hu sh@db.example/osticket"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("malformed")
                .hasMessageNotContaining("sh@");
    }
}
