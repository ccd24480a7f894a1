package dev.ticketwire.gateway.body;

import dev.ticketwire.gateway.call.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** osTicket's XML form of a request: whatever the root, its attributes and child elements are the fields. */
final class XmlBody {
    private static final int DEPTH = 512;
    private static final DocumentBuilderFactory FACTORY = factory();

    private XmlBody() {}

    /**
     * The fields. {@code message} carries its text, with its {@code type} as {@code format} where none is given;
     * {@code attachments} is a list of {@code name}, {@code type}, {@code encoding} and {@code data}.
     *
     * @throws Refused if it is not well-formed or has a document type
     */
    static Map<String, @Nullable Object> parse(byte[] bytes) {
        Element root = document(bytes);
        Map<String, @Nullable Object> fields = attributes(root);
        for (Element child : children(root)) {
            switch (child.getNodeName()) {
                case "message" -> message(child, fields);
                case "attachments" -> fields.put("attachments", files(child));
                case "phone" -> fields.put("phone", child.getTextContent());
                default -> add(fields, child.getNodeName(), value(child, 1));
            }
        }
        return fields;
    }

    private static void message(Element message, Map<String, @Nullable Object> fields) {
        String text = message.getTextContent();
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
            fields.put("data", file.getTextContent());
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
            return element.getTextContent();
        }
        Map<String, @Nullable Object> members = attributes(element);
        for (Element child : children) {
            add(members, child.getNodeName(), value(child, depth + 1));
        }
        return members;
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
            fields.put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
        }
        return fields;
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

    private static Element document(byte[] bytes) {
        try {
            DocumentBuilder builder = FACTORY.newDocumentBuilder();
            builder.setErrorHandler(STRICT);
            return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
        } catch (SAXParseException e) {
            throw xmlError(String.valueOf(e.getMessage()), e.getLineNumber(), e.getColumnNumber());
        } catch (SAXException | IOException e) {
            throw xmlError("not readable", 1, 1);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refused xmlError(String reason, int line, int column) {
        return Refused.plain(400, "invalid-xml", "XML error: " + reason + " at line " + line + ":" + column, null);
    }

    private static DocumentBuilderFactory factory() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
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
