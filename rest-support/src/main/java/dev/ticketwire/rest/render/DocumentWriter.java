package dev.ticketwire.rest.render;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a document in one pass, without a tree: the same calls give JSON or XML. Inside an object, each value follows
 * its {@link #field}; at the top and inside arrays, values stand alone.
 *
 * <pre>{@code
 * out.startObject().field("children").startArray().number(8).number(9).end().end();
 * }</pre>
 */
public sealed interface DocumentWriter permits JsonWriter, XmlWriter {

    /** The value of the {@code Content-Type} header, with the charset. */
    String contentType();

    /** The name of the field that the next value belongs to. */
    DocumentWriter field(String name) throws IOException;

    /** Begins an object; {@link #end} ends it. */
    DocumentWriter startObject() throws IOException;

    /** Begins an array; {@link #end} ends it. */
    DocumentWriter startArray() throws IOException;

    /**
     * Begins a map from any text to objects; {@link #end} ends it. JSON: an object with the texts as keys. XML: a list
     * whose items begin with an element {@code <name>}.
     */
    DocumentWriter startMap() throws IOException;

    /** Begins the next object of a map; {@link #end} ends it. */
    DocumentWriter startEntry(String key) throws IOException;

    /** Ends the object, array, map or entry that was begun last. */
    DocumentWriter end() throws IOException;

    /** A text; null is JSON's null. XML has the same empty element for null and for the empty text. */
    DocumentWriter string(@Nullable String value) throws IOException;

    DocumentWriter number(long value) throws IOException;

    /** {@code true} or {@code false}; in XML {@code 1} or {@code 0}. */
    DocumentWriter bool(boolean value) throws IOException;

    /** JSON's null, an empty element in XML. */
    DocumentWriter nullValue() throws IOException;

    /** A value in base64, without line breaks. The bytes are written to the stream; closing it ends the value. */
    OutputStream base64() throws IOException;

    /** Moves what was written so far to {@code target}: for documents too large for memory. */
    void moveTo(OutputStream target) throws IOException;

    /** Finishes the document and returns what was not moved yet. */
    byte[] toByteArray() throws IOException;

    default DocumentWriter field(String name, @Nullable String value) throws IOException {
        return field(name).string(value);
    }

    default DocumentWriter field(String name, long value) throws IOException {
        return field(name).number(value);
    }

    default DocumentWriter field(String name, boolean value) throws IOException {
        return field(name).bool(value);
    }

    /** A number that may be absent: null is written as {@link #nullValue}. */
    default DocumentWriter nullableField(String name, @Nullable Number value) throws IOException {
        field(name);
        return value == null ? nullValue() : number(value.longValue());
    }
}
