package dev.ticketwire.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void entriesOfOthersStayInTheLogContext() {
        MDC.put("traceId", "abc");

        RequestLog.log(Logger.Level.INFO, "request refused", Map.of("operation", "get", "status", 404));

        assertThat(MDC.getMap()).containsExactly(Map.entry("traceId", "abc"));
    }
}
