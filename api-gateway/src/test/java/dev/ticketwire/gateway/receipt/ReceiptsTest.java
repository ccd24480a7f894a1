package dev.ticketwire.gateway.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
    private static final UUID ID = UUID.fromString("01a20ef0-3ecb-7b44-afeb-9ce0ccd3fbfc");
    private static final String OLD = "the secret of yesterday";
    private static final String NEW = "the secret of this day";

    private final Receipts receipts = new Receipts(List.of(NEW, OLD));

    @Test
    void aReceiptNamesItsCommand() {
        Receipts.Claim claim = Objects.requireNonNull(receipts.read(receipts.issue(ID, 3), 3));

        assertThat(claim.id()).isEqualTo(ID);
        assertThat(claim.expired()).isFalse();
    }

    @Test
    void anotherKeysReceiptIsNone() {
        assertThat(receipts.read(receipts.issue(ID, 3), 4)).isNull();
    }

    @Test
    void aForgedReceiptIsNone() {
        String receipt = receipts.issue(ID, 3);

        for (int i = 0; i < receipt.length(); i++) {
            char other = receipt.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(receipts.read(receipt.substring(0, i) + other + receipt.substring(i + 1), 3))
                    .isNull();
        }
        assertThat(receipts.read("", 3)).isNull();
        assertThat(receipts.read("not base64!", 3)).isNull();
        assertThat(receipts.read(receipt + "AAAA", 3)).isNull();
    }

    @Test
    void aBulksReceiptSaysHowManyItemsItHas() {
        Receipts.Claim claim = Objects.requireNonNull(receipts.read(receipts.issueBulk(ID, 1000, 3), 3));

        assertThat(claim.id()).isEqualTo(ID);
        assertThat(claim.items()).isEqualTo(1000);
        assertThat(claim.expired()).isFalse();
        assertThat(Objects.requireNonNull(receipts.read(receipts.issue(ID, 3), 3))
                        .items())
                .isZero();
    }

    @Test
    void aForgedBulkReceiptIsNone() {
        String receipt = receipts.issueBulk(ID, 10, 3);

        assertThat(receipt).hasSize(52);
        for (int i = 0; i < receipt.length(); i++) {
            char other = receipt.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(receipts.read(receipt.substring(0, i) + other + receipt.substring(i + 1), 3))
                    .isNull();
        }
        assertThat(receipts.read(receipt, 4)).isNull();
        assertThat(receipts.read(receipt.substring(0, 48), 3)).isNull();
    }

    @Test
    void duringARotationBothSecretsAreValidAndTheFirstSigns() {
        String before = new Receipts(List.of(OLD)).issue(ID, 3);

        assertThat(receipts.read(before, 3)).isNotNull();
        assertThat(new Receipts(List.of(NEW)).read(before, 3)).isNull();
        assertThat(new Receipts(List.of(NEW)).read(receipts.issue(ID, 3), 3)).isNotNull();
    }

    @Test
    void aReceiptExpiresWithItsRowInTheInbox() {
        Instant past = Instant.now().minus(Receipts.KEPT).minus(Duration.ofMinutes(1));

        assertThat(Objects.requireNonNull(receipts.read(receipts.issue(ID, 3, past), 3))
                        .expired())
                .isTrue();
    }

    @Test
    void noneOrTooManyOrTooShortSecretsAreRefused() {
        assertThatThrownBy(() -> new Receipts(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Receipts(List.of(OLD, NEW, OLD))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Receipts(List.of("short"))).isInstanceOf(IllegalArgumentException.class);
    }
}
