package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.text.CharsetDecoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Parses a request body as an XML document, without document type and external entities. */
final class XmlDocument {
    /** Bytes in which the XML declaration ends. */
    private static final int HEAD = 200;

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private static final Pattern DECLARATION = Pattern.compile("\\s*<\\?xml\\s");

    /**
     * A declaration of UTF-16 or UTF-32 that is readable as ASCII, so that it is wrong: .NET declares the encoding of
     * its strings in memory.
     */
    private static final Pattern WIDE = Pattern.compile(
            "\\s*<\\?xml\\s[^>]*encoding\\s*=\\s*[\"'](utf-?(16|32)|ucs-|iso-10646-ucs)", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENCODING =
            Pattern.compile("\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']*)", Pattern.CASE_INSENSITIVE);

    private static final DocumentBuilderFactory FACTORY = factory();

    private XmlDocument() {}

    /**
     * The root element.
     *
     * @throws Refused if the document is not well-formed or has a document type
     */
    static Element parse(Payload body) {
        String head = head(body);
        // Blanks before a declaration are an error, which is forgiven.
        int from = body.from() + (DECLARATION.matcher(head).lookingAt() ? head.indexOf('<') : 0);
        try {
            DocumentBuilder builder = FACTORY.newDocumentBuilder();
            builder.setErrorHandler(STRICT);
            return builder.parse(source(body, head, from)).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw error(body, e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String head(Payload body) {
        int length = Math.min(HEAD, body.bytes().length - body.from());
        return new String(body.bytes(), body.from(), length, StandardCharsets.ISO_8859_1);
    }

    /** The parser detects the encoding itself only if the declaration names UTF-8, none, or an unknown one. */
    private static InputSource source(Payload body, String head, int from) {
        byte[] bytes = body.bytes();
        InputSource source = new InputSource(new ByteArrayInputStream(bytes, from, bytes.length - from));
        Matcher encoding = ENCODING.matcher(head);
        Charset declared = encoding.lookingAt() ? MediaType.charset(encoding.group(1)) : null;
        if (body.isSettled() || WIDE.matcher(head).lookingAt() || (declared != null && MediaType.isWide(declared))) {
            source.setEncoding("UTF-8");
        } else if (declared != null) {
            source.setCharacterStream(new StringReader(text(body, from, declared)));
        }
        return source;
    }

    private static String text(Payload body, int from, Charset declared) {
        String text = CharsetDecoding.strictly(body.bytes(), from, declared);
        if (text == null) {
            String place = body.place(CharsetDecoding.firstMalformed(body.bytes(), from, declared));
            throw Refused.of(ProblemCode.INVALID_XML, "XML error: not " + declared.name() + " " + place);
        }
        return text;
    }

    private static Refused error(Payload body, Exception e) {
        String message = String.valueOf(e.getMessage());
        int at = message.contains("UTF-8 sequence")
                ? CharsetDecoding.firstMalformed(body.bytes(), body.from(), StandardCharsets.UTF_8)
                : -1;
        if (at >= 0) {
            return Refused.of(ProblemCode.INVALID_XML, "XML error: not UTF-8 " + body.place(at));
        }
        if (e instanceof SAXParseException where) {
            return error(reason(where), where.getLineNumber(), where.getColumnNumber());
        }
        boolean unknown = e instanceof UnsupportedEncodingException;
        return error(unknown ? "the encoding that it declares is unknown" : "not readable", 1, 1);
    }

    /**
     * Without the text of the body that it quotes, and without the parser's own name for the rule on document types.
     */
    private static String reason(SAXParseException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains(NO_DOCTYPE) ? "a DOCTYPE is not allowed" : message.replaceAll("\"[^\"]*\"", "\"…\"");
    }

    static Refused error(String reason, int line, int column) {
        return Refused.of(ProblemCode.INVALID_XML, "XML error: " + reason + " at line " + line + ":" + column);
    }

    private static DocumentBuilderFactory factory() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(NO_DOCTYPE, true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final ErrorHandler STRICT = new ErrorHandler() {
        @Override
        public void warning(SAXParseException warning) {
            // A warning leaves the document well-formed.
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    };
}
