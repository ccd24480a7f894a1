package dev.ticketwire.gateway.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnansweredCreatesTest {
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);
    private static final UUID THIRD = new UUID(3, 3);
    private static final String REQUEST = UnansweredCreates.duplicateKey(7, "abc", "application/json");

    private final List<String> told = new ArrayList<>();
    private long millis = 1_000_000;
    private final UnansweredCreates unanswered = new UnansweredCreates(
            new UnansweredCreateAnnouncer() {
                @Override
                public void unanswered(String request, UUID id) {
                    told.add(request + " " + id);
                }

                @Override
                public void answered(String request, UUID id) {
                    told.add(request + " " + id + " answered");
                }
            },
            () -> Instant.ofEpochMilli(millis));

    @Test
    void theSameBytesAreTheSameCommandUntilTheyAreAnswered() {
        assertThat(unanswered.idOf(REQUEST, FIRST)).isEqualTo(FIRST);
        assertThat(unanswered.idOf(REQUEST, SECOND)).isEqualTo(FIRST);

        unanswered.answered(REQUEST, FIRST);

        assertThat(unanswered.idOf(REQUEST, SECOND)).isEqualTo(SECOND);
        assertThat(told).isEmpty();
    }

    @Test
    void anotherKeyOtherBytesOrAnotherContentTypeAreAnotherCommand() {
        unanswered.idOf(REQUEST, FIRST);

        for (String other : List.of(
                UnansweredCreates.duplicateKey(8, "abc", "application/json"),
                UnansweredCreates.duplicateKey(7, "abd", "application/json"),
                UnansweredCreates.duplicateKey(7, "abc", "text/plain"),
                UnansweredCreates.duplicateKey(7, "abc", null))) {
            assertThat(unanswered.idOf(other, SECOND)).isEqualTo(SECOND);
        }
    }

    @Test
    void afterTenMinutesTheyAreAnotherCommand() {
        unanswered.idOf(REQUEST, FIRST);
        millis += UnansweredCreates.KEPT.toMillis() - 1;
        assertThat(unanswered.idOf(REQUEST, SECOND)).isEqualTo(FIRST);
        millis += 1;
        assertThat(unanswered.idOf(REQUEST, SECOND)).isEqualTo(SECOND);
    }

    @Test
    void theAnswerToAnEarlierOneLeavesALaterOneAlone() {
        unanswered.idOf(REQUEST, FIRST);
        unanswered.answered(REQUEST, FIRST);
        unanswered.idOf(REQUEST, SECOND);
        unanswered.answered(REQUEST, FIRST);

        assertThat(unanswered.idOf(REQUEST, THIRD)).isEqualTo(SECOND);
    }

    @Test
    void othersAreToldOnceOfOneThatTakesLongAndOfItsAnswer() {
        unanswered.idOf(REQUEST, FIRST);
        unanswered.announce(REQUEST, FIRST);
        unanswered.announce(REQUEST, FIRST);
        unanswered.answered(REQUEST, FIRST);
        unanswered.announce(REQUEST, FIRST);

        assertThat(told).containsExactly(REQUEST + " " + FIRST, REQUEST + " " + FIRST + " answered");
    }

    @Test
    void whatAnotherGatewayToldIsTheSameCommandHereUntilItIsAnswered() {
        unanswered.learn(REQUEST, FIRST, millis);
        assertThat(unanswered.idOf(REQUEST, SECOND)).isEqualTo(FIRST);

        unanswered.learnAnswered(REQUEST, SECOND);
        assertThat(unanswered.idOf(REQUEST, SECOND)).isEqualTo(FIRST);

        unanswered.learnAnswered(REQUEST, FIRST);
        assertThat(unanswered.idOf(REQUEST, SECOND)).isEqualTo(SECOND);
    }

    @Test
    void whoAnswersWhatAnotherGatewayToldTellsIt() {
        unanswered.learn(REQUEST, FIRST, millis);
        unanswered.answered(REQUEST, FIRST);

        assertThat(told).containsExactly(REQUEST + " " + FIRST + " answered");
    }

    @Test
    void newsTakeThePlaceOfWhatIsKeptNoLonger() {
        unanswered.learn(REQUEST, FIRST, millis - UnansweredCreates.KEPT.toMillis() + 1);
        millis += 1;

        unanswered.learn(REQUEST, SECOND, millis);
        assertThat(unanswered.idOf(REQUEST, THIRD)).isEqualTo(SECOND);
    }

    /** A create that was made known late is behind a younger one. */
    @Test
    void soTheyDoBehindAYoungerOne() {
        String younger = UnansweredCreates.duplicateKey(7, "younger", null);
        unanswered.idOf(younger, THIRD);
        unanswered.learn(REQUEST, FIRST, millis - UnansweredCreates.KEPT.toMillis() + 1);
        millis += 1;

        unanswered.learn(REQUEST, SECOND, millis);
        assertThat(unanswered.idOf(REQUEST, THIRD)).isEqualTo(SECOND);
        assertThat(unanswered.idOf(younger, FIRST)).isEqualTo(THIRD);
    }

    @Test
    void newsOfAClockThatIsAheadLastNoLonger() {
        unanswered.learn(REQUEST, FIRST, millis + 60_000);
        millis += UnansweredCreates.KEPT.toMillis();

        assertThat(unanswered.idOf(REQUEST, SECOND)).isEqualTo(SECOND);
    }

    @Test
    void whatWasDeliveredByItsReceiptIsAnsweredAndOthersAreTold() {
        unanswered.idOf(REQUEST, FIRST);
        unanswered.announce(REQUEST, FIRST);

        unanswered.delivered(SECOND);
        assertThat(unanswered.idOf(REQUEST, SECOND)).isEqualTo(FIRST);

        unanswered.delivered(FIRST);
        assertThat(unanswered.idOf(REQUEST, SECOND)).isEqualTo(SECOND);
        assertThat(told).containsExactly(REQUEST + " " + FIRST, REQUEST + " " + FIRST + " answered");
    }

    @Test
    void aKeyThatHasTooManyPushesOutItsOwnOldestAlone() {
        String others = UnansweredCreates.duplicateKey(8, "abc", null);
        unanswered.idOf(others, FIRST);
        unanswered.idOf(REQUEST, FIRST);
        for (int i = 0; i < 2 * UnansweredCreateStore.MAX_SIZE; i++) {
            unanswered.idOf(UnansweredCreates.duplicateKey(7, "other" + i, null), new UUID(9, i));
        }

        assertThat(unanswered.idOf(others, THIRD)).isEqualTo(FIRST);
        assertThat(unanswered.idOf(REQUEST, THIRD)).isEqualTo(THIRD);
        int newest = 2 * UnansweredCreateStore.MAX_SIZE - 1;
        assertThat(unanswered.idOf(UnansweredCreates.duplicateKey(7, "other" + newest, null), THIRD))
                .isEqualTo(new UUID(9, newest));
    }

    @Test
    void oldNewsAreNone() {
        unanswered.learn(REQUEST, FIRST, millis - UnansweredCreates.KEPT.toMillis());

        assertThat(unanswered.idOf(REQUEST, SECOND)).isEqualTo(SECOND);
    }

    @Test
    void whereThereAreTooManyTheOldestAreForgotten() {
        unanswered.idOf(REQUEST, FIRST);
        for (int i = 0; i < UnansweredCreateStore.MAX_SIZE; i++) {
            unanswered.idOf(UnansweredCreates.duplicateKey(100 + i / 1000, "other" + i, null), SECOND);
        }

        assertThat(unanswered.idOf(REQUEST, THIRD)).isEqualTo(THIRD);
        assertThat(unanswered.idOf(UnansweredCreates.duplicateKey(149, "other49999", null), THIRD))
                .isEqualTo(SECOND);
    }
}
