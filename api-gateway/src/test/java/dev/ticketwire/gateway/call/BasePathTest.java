package dev.ticketwire.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasePathTest {

    @ParameterizedTest
    @CsvSource({
        "/helpdesk/tickets/1, /tickets/1",
        "/helpdesk/tickets?limit=1, /tickets?limit=1",
        "/helpdesk, /",
        "/helpdesk/, /",
        "/helpdesk?x, /?x",
        "/helpdeskx/tickets, /helpdeskx/tickets",
        "/tickets/1, /tickets/1",
        "/Helpdesk/tickets, /Helpdesk/tickets",
        "*, *"
    })
    void aRequestMayComeWithOrWithoutIt(String sent, String meant) {
        assertThat(base("/helpdesk").without(sent)).isEqualTo(meant);
        assertThat(base("/helpdesk/").without(sent)).isEqualTo(meant);
    }

    @Test
    void itMayBeDeepOrNone() {
        assertThat(base("/osticket/upload").without("/osticket/upload/health")).isEqualTo("/health");
        assertThat(base("").without("/health")).isEqualTo("/health");
        assertThat(base("/").value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"helpdesk", "//helpdesk", "/a//b", "/..", "/a b", "http://desk.example", "/a?b", "/%41"})
    void whatIsNoPathIsRefused(String setting) {
        assertThatThrownBy(() -> base(setting)).hasMessageContaining("ticketwire.base-path");
    }

    private static BasePath base(String setting) {
        return new BasePath(Optional.of(setting));
    }
}
