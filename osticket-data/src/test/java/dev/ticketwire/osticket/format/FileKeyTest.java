package dev.ticketwire.osticket.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Hello,       9_-ei3uy4Jtwk1pdixqZU8RhEpaoJ6v4",
        "file body,   Jsq564srT1TSNU5Uxj7O6ohpJ_eKKU0J",
        "hello world, Kq5sNclPz7QV2-lfXrY7u-Ae7tCTyyK7",
        "a,           hvfkN_qlp_zhXR3cDMF1ucDxtqgxw5ni",
    })
    void theSignatureIsOsTickets(String content, String signature) {
        assertThat(FileKey.of(content.getBytes(StandardCharsets.UTF_8)).signature())
                .isEqualTo(signature);
    }

    @Test
    void theKeyEndsWithTheHashOfTheContentAndIsUnique() {
        byte[] hello = "Hello".getBytes(StandardCharsets.UTF_8);

        FileKey one = FileKey.of(hello);
        FileKey other = FileKey.of(hello);

        assertThat(one.key()).matches("[A-Za-z0-9_-]{5}9_-ei3uy4Jtwk1pdeF4MxdnQq_A");
        assertThat(other.key()).isNotEqualTo(one.key());
        assertThat(other.signature()).isEqualTo(one.signature());
    }
}
