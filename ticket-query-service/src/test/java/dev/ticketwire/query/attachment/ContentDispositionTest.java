package dev.ticketwire.query.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentDispositionTest {
    @Test
    void aPlainNameIsGivenTwice() {
        assertThat(ContentDisposition.attachment("a b.txt"))
                .isEqualTo("attachment; filename=\"a b.txt\"; filename*=UTF-8''a%20b.txt");
    }

    @Test
    void whatIsNoAsciiIsKeptInTheSecondOnly() {
        assertThat(ContentDisposition.attachment("Größe 🎫.pdf"))
                .isEqualTo("attachment; filename=\"Gr__e _.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%F0%9F%8E%AB.pdf");
    }

    @Test
    void nothingInANameEndsTheHeaderOrItsQuotes() {
        assertThat(ContentDisposition.attachment("a\"; x=\"\r\nSet-Cookie: y\u0000%41*'.txt"))
                .isEqualTo("attachment; filename=\"a_; x=___Set-Cookie: y__41*'.txt\";"
                        + " filename*=UTF-8''a%22%3B%20x%3D%22__Set-Cookie%3A%20y_%2541%2A%27.txt");
    }

    @Test
    void aNameLeadsToNoFolder() {
        assertThat(ContentDisposition.attachment("../a\\b"))
                .contains("filename=\".._a_b\"")
                .endsWith("''.._a_b");
    }

    @Test
    void aFileWithoutNameGetsOne() {
        assertThat(ContentDisposition.attachment(" ")).isEqualTo(ContentDisposition.attachment("file"));
        assertThat(ContentDisposition.attachment(null)).isEqualTo(ContentDisposition.attachment("file"));
    }
}
