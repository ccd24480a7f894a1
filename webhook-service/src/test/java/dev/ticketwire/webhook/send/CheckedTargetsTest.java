package dev.ticketwire.webhook.send;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.contract.problem.Refused;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What subscribers may ask of the look-up. */
class CheckedTargetsTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answered = new CountDownLatch(1);
    private final HostLookup lookup = new HostLookup(name -> {
        asked.incrementAndGet();
        try {
            answered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of(InetAddress.getLoopbackAddress());
    });
    private final CheckedTargets targets = new CheckedTargets(TestSettings.allowing("127.0.0.1"), lookup);

    @Test
    void namesThatAreLookedUpForLongLeaveRoomForOthersDeliveries() {
        try (ExecutorService subscribers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < 16; number++) {
                String url = "http://slow-" + number + ".example/";
                subscribers.execute(() -> targets.checkedUrl(url));
            }
            await().until(() -> asked.get() == 16);

            assertThatThrownBy(() -> targets.checkedUrl("http://one-too-many.example/"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> org.assertj.core.api.Assertions.assertThat(
                                            refused.refusal().status())
                                    .isEqualTo(503));
            answered.countDown();
        } finally {
            lookup.close();
        }
    }
}
