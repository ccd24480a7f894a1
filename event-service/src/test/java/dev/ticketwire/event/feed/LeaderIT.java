package dev.ticketwire.event.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.event.feed.FeedTopics.Published;
import dev.ticketwire.quickstart.infrastructure.Database;
import dev.ticketwire.testsupport.TestInfrastructure;
import java.time.Duration;
import java.util.List;
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

    private void awaitLeader() {
        await().atMost(Duration.ofSeconds(30)).until(() -> parts.status().isCapturing());
    }

    private static void assertEachIsToldOnce() {
        int before = events().size();
        await().until(() -> events().size() > before + 20);
        List<Long> told = events().stream()
                .map(one -> Long.parseLong(one.key().substring(1)))
                .sorted()
                .toList();
        assertThat(told)
                .isEqualTo(LongStream.rangeClosed(1, told.size()).boxed().toList());
    }

    private static List<Published> events() {
        return FeedTopics.events();
    }
}
