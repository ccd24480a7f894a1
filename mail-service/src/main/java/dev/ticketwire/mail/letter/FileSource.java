package dev.ticketwire.mail.letter;

import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A stored file, read while it is sent. */
record FileSource(StoredFile file, String type, MailFiles files) implements DataSource {
    @Override
    public InputStream getInputStream() throws IOException {
        return files.content(file);
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
        return file.name();
    }
}
