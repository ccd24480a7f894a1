package dev.ticketwire.rest.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RenderedViewTest {
    private final AtomicInteger written = new AtomicInteger();
    private final RenderedView view = new RenderedView(out -> {
        written.incrementAndGet();
        out.startObject().field("total", 3).end();
    });

    @Test
    void aViewIsWrittenOnceForEachFormat() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(text(MediaType.APPLICATION_JSON_TYPE)).isEqualTo("{\"total\":3}");
            assertThat(text(MediaType.APPLICATION_XML_TYPE)).contains("<total>3</total>");
        }

        assertThat(written).hasValue(2);
    }

    @Test
    void theBodyIsThatOfTheViewItself() throws IOException {
        WholeBodyWriter.Body body = new ViewBodyWriter().body(view, MediaType.APPLICATION_JSON_TYPE);
        WholeBodyWriter.Body plain =
                new ViewBodyWriter().body(out -> view.writeTo(out), MediaType.APPLICATION_JSON_TYPE);

        assertThat(body.contentType()).isEqualTo(plain.contentType());
        assertThat(body.content()).isEqualTo(plain.content());
    }

    private String text(MediaType type) throws IOException {
        return new String(view.body(type).content(), UTF_8);
    }
}
