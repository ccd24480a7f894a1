package dev.ticketwire.mail.letter;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;

/** The help desk's stored files. */
interface MailFiles {
    /**
     * Those whose content can be read, by key in lower case; others are left out.
     *
     * @param keys in lower case
     * @throws IOException if the database does not answer
     */
    Map<String, StoredFile> byKey(Collection<String> keys) throws IOException;

    /** Those whose content can be read, by id; others are left out. As {@link #byKey}. */
    Map<Integer, StoredFile> byId(Collection<Integer> ids) throws IOException;

    /** The content, read while it is used; the stream fails if it is not of the stored size. */
    InputStream content(StoredFile file) throws IOException;
}
