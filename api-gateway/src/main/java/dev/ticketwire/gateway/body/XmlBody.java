package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.text.CharsetDecoding;
import dev.ticketwire.contract.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * osTicket's XML form of a request: whatever the root, its attributes and child elements are the fields. The text of an
 * element is trimmed, CDATA too: it is indented as the elements are. What is in base64 is not.
 */
final class XmlBody {
    private static final int DEPTH = 512;
    /** Bytes in which a declaration ends. */
    private static final int HEAD = 200;

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String NAMESPACES = "xmlns";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private static final Pattern DECLARED = Pattern.compile("\\s*<\\?xml\\s");
    /** .NET declares the encoding that its strings have in memory. If it were that, the declaration could not be read so. */
    private static final Pattern WIDE = Pattern.compile(
            "\\s*<\\?xml\\s[^>]*encoding\\s*=\\s*[\"'](utf-?(16|32)|ucs-|iso-10646-ucs)", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENCODING =
            Pattern.compile("\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']*)", Pattern.CASE_INSENSITIVE);

    private static final DocumentBuilderFactory FACTORY = factory();

    private XmlBody() {}

    /**
     * The fields. {@code message} carries its text, with its {@code type} as {@code format} where none is given;
     * {@code attachments} is a list of {@code name}, {@code type}, {@code encoding} and {@code data}.
     *
     * @throws Refused if it is not well-formed or has a document type
     */
    static Map<String, @Nullable Object> parse(Payload body) {
        Element root = document(body);
        Map<String, @Nullable Object> fields = attributes(root);
        for (Element child : children(root)) {
            switch (child.getNodeName()) {
                case "message" -> message(child, fields);
                case "attachments" -> fields.put("attachments", files(child));
                case "phone" -> fields.put("phone", text(child));
                default -> add(fields, child.getNodeName(), value(child, 1));
            }
        }
        return fields;
    }

    private static void message(Element message, Map<String, @Nullable Object> fields) {
        String text = text(message);
        fields.put("message", message.getAttribute("encoding").equalsIgnoreCase("base64") ? base64(text) : text);
        String type = message.getAttribute("type").toLowerCase(Locale.ROOT);
        if (type.startsWith("text/plain")) {
            fields.putIfAbsent("format", "text");
        } else if (type.startsWith("text/html")) {
            fields.putIfAbsent("format", "html");
        }
    }

    private static String base64(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("message");
        }
    }

    private static List<@Nullable Object> files(Element attachments) {
        List<@Nullable Object> files = new ArrayList<>();
        for (Element file : children(attachments)) {
            Map<String, @Nullable Object> fields = attributes(file);
            fields.put("data", text(file));
            fields.putIfAbsent("name", "");
            files.add(fields);
        }
        return files;
    }

    private static Object value(Element element, int depth) {
        if (depth > DEPTH) {
            throw xmlError("nested too deeply", 1, 1);
        }
        List<Element> children = children(element);
        if (children.isEmpty()) {
            return text(element);
        }
        Map<String, @Nullable Object> members = attributes(element);
        for (Element child : children) {
            add(members, child.getNodeName(), value(child, depth + 1));
        }
        return members;
    }

    /** All of it at once: trimmed in pieces, as the parser finds them, it would lose the blanks beside entities. */
    private static String text(Element element) {
        return element.getTextContent().trim();
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<String, @Nullable Object> members, String name, Object value) {
        Object there = members.get(name);
        if (there instanceof List<?> list) {
            ((List<Object>) list).add(value);
        } else if (there instanceof String attribute && value instanceof String) {
            // A child element repeats what an attribute says: the element counts.
            members.put(name, attribute.equals(value) ? attribute : value);
        } else if (there != null) {
            members.put(name, new ArrayList<>(List.of(there, value)));
        } else {
            members.put(name, value);
        }
    }

    private static Map<String, @Nullable Object> attributes(Element element) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            if (isField(element, name)) {
                fields.put(name, attributes.item(i).getNodeValue());
            }
        }
        return fields;
    }

    /** Not what XML itself says with an attribute: namespaces, {@code xml:lang}, {@code xsi:nil} and the like. */
    private static boolean isField(Element element, String attribute) {
        int colon = attribute.indexOf(':');
        if (colon < 0) {
            return !attribute.equals(NAMESPACES);
        }
        String prefix = attribute.substring(0, colon);
        return !prefix.equals(NAMESPACES) && !prefix.equals("xml") && !isOfSchemas(element, prefix);
    }

    private static boolean isOfSchemas(Element element, String prefix) {
        String declared = NAMESPACES + ':' + prefix;
        for (Node node = element; node instanceof Element at; node = node.getParentNode()) {
            if (at.hasAttribute(declared)) {
                return at.getAttribute(declared).equals(INSTANCE);
            }
        }
        return prefix.equals("xsi");
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static Element document(Payload body) {
        byte[] bytes = body.bytes();
        String head =
                new String(bytes, body.from(), Math.min(HEAD, bytes.length - body.from()), StandardCharsets.ISO_8859_1);
        // Blanks before a declaration make it none, but hide nothing.
        int from = body.from() + (DECLARED.matcher(head).lookingAt() ? head.indexOf('<') : 0);
        try {
            DocumentBuilder builder = FACTORY.newDocumentBuilder();
            builder.setErrorHandler(STRICT);
            return builder.parse(source(body, head, from)).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw xmlError(body, e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parser looks for an encoding itself only where the declaration says UTF-8, nothing, or what no label is. */
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

    private static Refused xmlError(Payload body, Exception e) {
        String message = String.valueOf(e.getMessage());
        int at = message.contains("UTF-8 sequence")
                ? CharsetDecoding.firstMalformed(body.bytes(), body.from(), StandardCharsets.UTF_8)
                : -1;
        if (at >= 0) {
            return Refused.of(ProblemCode.INVALID_XML, "XML error: not UTF-8 " + body.place(at));
        }
        if (e instanceof SAXParseException where) {
            return xmlError(reason(where), where.getLineNumber(), where.getColumnNumber());
        }
        boolean unknown = e instanceof UnsupportedEncodingException;
        return xmlError(unknown ? "the encoding that it declares is unknown" : "not readable", 1, 1);
    }

    /** Without what it quotes of the body; the parser names its own switch for document types. */
    private static String reason(SAXParseException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains(NO_DOCTYPE) ? "a DOCTYPE is not allowed" : message.replaceAll("\"[^\"]*\"", "\"…\"");
    }

    private static Refused xmlError(String reason, int line, int column) {
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
