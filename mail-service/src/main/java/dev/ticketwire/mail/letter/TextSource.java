package dev.ticketwire.mail.letter;

import jakarta.activation.DataSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text in UTF-8 with the line ends of mails. */
final class TextSource implements DataSource {
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final byte[] content;
    private final String type;

    TextSource(String text, String type) {
        this.content = LINE_END.matcher(text).replaceAll("\r\n").getBytes(StandardCharsets.UTF_8);
        this.type = type;
    }

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public OutputStream getOutputStream() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getContentType() {
        return type;
    }

    @Override
    public String getName() {
        return "";
    }
}
