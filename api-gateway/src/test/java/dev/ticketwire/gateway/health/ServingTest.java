package dev.ticketwire.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServingTest {
    private final Serving serving = new Serving();

    @Test
    void aGatewayThatHasNotReachedKafkaYetGetsNoRequests() {
        assertThat(serving.isUp(true, false)).isFalse();
    }

    @Test
    void aGatewayGoesOnServingWhenKafkaGoesAway() {
        serving.isUp(true, true);

        assertThat(serving.isUp(true, false)).isTrue();
    }

    @Test
    void aGatewayThatCannotCheckKeysGetsNoRequests() {
        serving.isUp(true, true);

        assertThat(serving.isUp(false, true)).isFalse();
        assertThat(serving.isUp(true, true)).isTrue();
    }
}
