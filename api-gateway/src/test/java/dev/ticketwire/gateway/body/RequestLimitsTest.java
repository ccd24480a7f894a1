package dev.ticketwire.gateway.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.problem.Refused;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {
    private final RequestLimits guards = TestRequestLimits.of(2, 10, 8);

    @Test
    void asManyAndAsLargeAsAllowedPass() {
        assertThatCode(() -> guards.check(Collections.nCopies(2, file(10)))).doesNotThrowAnyException();
        assertThatCode(() -> guards.check(List.of())).doesNotThrowAnyException();
    }

    @Test
    void oneMoreIsTooMany() {
        Refused refused = refused(Collections.nCopies(3, file(1)));

        assertThat(refused.refusal().status()).isEqualTo(413);
        assertThat(refused.refusal().code()).isEqualTo("too-many-attachments");
        assertThat(refused.refusal().field()).isEqualTo("attachments");
        assertThat(refused.refusal().text()).isEqualTo("Too many attachments: at most 2 are allowed");
    }

    @Test
    void oneByteMoreIsTooLarge() {
        Refused refused = refused(List.of(file(11)));

        assertThat(refused.refusal().status()).isEqualTo(413);
        assertThat(refused.refusal().code()).isEqualTo("attachment-too-large");
        assertThat(refused.refusal().text()).isEqualTo("An attachment is larger than 10 bytes");
    }

    @Test
    void aSettingOutOfItsRangeStopsTheStart() {
        assertThatThrownBy(() -> TestRequestLimits.of(-1, 1, 8))
                .hasMessageContaining("ticketwire.body.most-attachments");
        assertThatThrownBy(() -> TestRequestLimits.of(1, 1, 513)).hasMessageContaining("ticketwire.body.json-depth");
    }

    private Refused refused(List<Attachment> files) {
        return catchThrowableOfType(Refused.class, () -> guards.check(files));
    }

    private static Attachment file(int bytes) {
        return new Attachment("a.txt", null, new byte[bytes], null);
    }
}
