package dev.ticketwire.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final RateLimit LIMIT = new RateLimit("key", 100, 5);

    @Test
    void severalGatewaysTogetherLetThroughTheWholeLimit() {
        assertThat(LIMIT.share(1)).isEqualTo(LIMIT);
        assertThat(LIMIT.share(2)).isEqualTo(new RateLimit("key", 50, 3));
        assertThat(LIMIT.share(3)).isEqualTo(new RateLimit("key", 34, 2));
    }

    @Test
    void moreGatewaysThanRequestsLetThroughOneEach() {
        assertThat(LIMIT.share(200)).isEqualTo(new RateLimit("key", 1, 1));
    }

    @Test
    void whatIsUnlimitedStaysSo() {
        assertThat(new RateLimit("get", null, 4).share(2)).isEqualTo(new RateLimit("get", null, 2));
        assertThat(new RateLimit("get", 4, null).share(2)).isEqualTo(new RateLimit("get", 2, null));
    }
}
