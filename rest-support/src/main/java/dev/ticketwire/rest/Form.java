package dev.ticketwire.rest;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer while it is written, in one pass and without a tree: the same walk gives JSON or XML. Members of an object
 * are a {@link #name} followed by one value; a value stands alone at the top and inside lists.
 *
 * <pre>{@code
 * form.object().name("children").list().number(8).number(9).end().end();
 * }</pre>
 */
public sealed interface Form permits Json, Xml {

    /**
     * The form a request asks for.
     *
     * @param accept its {@code Accept} header, null if it has none
     * @return XML where it is wanted more than JSON, else JSON
     */
    static Form accepted(@Nullable String accept) {
        return Accept.of(accept).prefers("application/xml", "application/json") ? new Xml() : new Json();
    }

    /** {@code application/json; charset=UTF-8} or {@code application/xml; charset=UTF-8}. */
    String contentType();

    /** The name of the member that the next value belongs to. */
    Form name(String name);

    /** Begins an object; {@link #end} ends it. */
    Form object();

    /** Begins a list; {@link #end} ends it. */
    Form list();

    /**
     * Begins objects that each have a name of their own, which may be any text: in JSON an object with these names as
     * keys, in XML a list whose items begin with {@code <name>}. {@link #end} ends it.
     */
    Form namedObjects();

    /** Begins the next object of {@link #namedObjects}; {@link #end} ends it. */
    Form namedObject(String name);

    /** Ends what was begun last. */
    Form end();

    /** A text; null is written as JSON's null. XML has one and the same empty element for null and the empty text. */
    Form text(@Nullable String text);

    Form number(long number);

    /** A yes or no; in XML {@code 1} or {@code 0}. */
    Form flag(boolean flag);

    /** No value: JSON's null, an empty element in XML. */
    Form nothing();

    /** A value in base64, without line breaks: the bytes are written to the stream, and closing it ends the value. */
    OutputStream base64();

    /**
     * Takes out what was written so far, for an answer too large to be held: {@link #bytes} is the rest of it.
     */
    void moveTo(OutputStream out) throws IOException;

    /** The finished answer. */
    byte[] bytes();
}
