package dev.ticketwire.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.command.CommandCodec;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AuditRecordTest {
    private static final AuditRecord UPDATE = record("PATCH", "480113");

    @Test
    void aRecordMatchesItsPublishedExample() throws Exception {
        byte[] example;
        try (InputStream file =
                Objects.requireNonNull(AuditRecord.class.getResourceAsStream("/example/audit-record.json"))) {
            example = file.readAllBytes();
        }

        assertThat(CommandCodec.json().readTree(UPDATE.json()))
                .isEqualTo(CommandCodec.json().readTree(example));
        assertThat(AuditRecord.of(example)).isEqualTo(UPDATE);
    }

    @Test
    void whatACallerMayMakeAsLongAsHeLikesIsCut() {
        AuditRecord record = record("X".repeat(500), "9".repeat(500));

        assertThat(record.method()).hasSize(16);
        assertThat(record.argument()).hasSize(64);
    }

    private static AuditRecord record(String method, String argument) {
        return new AuditRecord(
                "2026-11-24T10:15:30.123Z",
                "4f0c2d1e-9d1b-4c55-8a0e-6f1d2c3b4a59",
                AuditRecord.Actor.KEY,
                7,
                "203.0.113.7",
                method,
                "update",
                argument,
                "019e0a5c-7b1e-7c2d-9a3b-1f2e3d4c5b6a",
                "480113",
                200,
                null,
                AuditRecord.Result.APPLIED,
                12,
                false,
                null);
    }
}
