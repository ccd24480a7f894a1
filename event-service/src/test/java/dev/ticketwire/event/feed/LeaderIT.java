package dev.ticketwire.event.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.ticketwire.event.feed.FeedTopics.Published;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.testsupport.TestInfrastructure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of several replicas captures, whatever happens to it: nothing is lost, and nothing is told twice. */
class LeaderIT {
    private static Database database;

    private ReplicaProcess first;
    private CaptureReplica second;
    private FeedParts parts;

    @BeforeAll
    static void startDatabase() {
        database = TestInfrastructure.helpDesk("leader").service();
    }

    @BeforeEach
    void theFirstOfTwoLeads() {
        FeedTopics.renew();
        first = ReplicaProcess.start(database);
        await().atMost(Duration.ofSeconds(60)).until(() -> events().size() > 20);
        parts = FeedKit.parts(
                FeedTopics.kafka(),
                FeedKit.dataSource(database),
                () -> new CountingLog(ReplicaProcess.PACE),
                RowAssembler::new,
                (connection, ids) -> {
                    throw new UnsupportedOperationException();
                },
                () -> {
                    throw new UnsupportedOperationException();
                });
        second = new CaptureReplica(parts);
        second.start();
    }

    @AfterEach
    void end() {
        first.close();
        second.close();
        parts.states().close();
    }

    @Test
    void whenTheLeaderIsKilledTheOtherGoesOnWhereItEnded() {
        assertThat(parts.status().role()).isEqualTo(FeedStatus.Role.STANDBY);

        first.kill();

        awaitLeader();
        assertEachIsToldOnce();
    }

    @Test
    void aLeaderThatStopsHandsOverAtOnce() {
        first.end();

        await().atMost(Duration.ofSeconds(5)).until(() -> parts.status().isCapturing());
        assertEachIsToldOnce();
    }

    @Test
    void aLeaderThatStoodStillTellsNothingMoreWhenItGoesOn() {
        first.pause();
        awaitLeader();
        int before = events().size();

        first.goOn();

        await().until(() -> events().size() > before + 200);
        assertThat(parts.status().isCapturing()).isTrue();
        assertEachIsToldOnce();
    }

    @Test
    void aBrokerThatIsAwayForLongerThanEveryTimeOutLosesNothing() throws IOException {
        ProcessHandle broker = ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("kafka.Kafka"))
                .findFirst()
                .orElseGet(() -> abort("the broker is no process of this test"));
        signal(broker, "STOP");
        try {
            await().atMost(Duration.ofSeconds(25)).until(() -> parts.states().failure() != null || replicaWaits());
        } finally {
            signal(broker, "CONT");
        }

        assertEachIsToldOnce();
    }

    private boolean replicaWaits() {
        return parts.status().waitingFor() != null;
    }

    private static void signal(ProcessHandle process, String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .onExit()
                .join();
    }

    private void awaitLeader() {
        await().atMost(Duration.ofSeconds(30)).until(() -> parts.status().isCapturing());
    }

    /** The partitions of a transaction become visible one after the other, so the newest events are left out. */
    private static void assertEachIsToldOnce() {
        int before = events().size();
        await().atMost(Duration.ofSeconds(30)).until(() -> events().size() > before + 200);
        List<Published> all = events();
        assertThat(all).filteredOn(one -> one.key() == null).as("gaps").isEmpty();
        List<Long> told = all.stream()
                .map(one -> Long.parseLong(Objects.requireNonNull(one.key()).substring(1)))
                .sorted()
                .toList();
        assertThat(told).doesNotHaveDuplicates();
        assertThat(told.subList(0, before))
                .isEqualTo(LongStream.rangeClosed(1, before).boxed().toList());
    }

    private static List<Published> events() {
        return FeedTopics.events();
    }
}
