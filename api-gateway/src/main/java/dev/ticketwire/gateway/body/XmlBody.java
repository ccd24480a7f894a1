package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * osTicket's XML form of a request: the attributes and child elements of the root, whatever its name, are the fields.
 * The text of an element is trimmed, CDATA too, since it is indented as the elements are; text in base64 is not.
 */
final class XmlBody {
    private static final int DEPTH = 512;
    private static final String NAMESPACES = "xmlns";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private XmlBody() {}

    /**
     * The fields. {@code message} is its text, and its {@code type} is the {@code format} if there is none;
     * {@code attachments} is a list of {@code name}, {@code type}, {@code encoding} and {@code data}.
     *
     * @throws Refused if it is not well-formed or has a document type
     */
    static Map<String, @Nullable Object> parse(Payload body) {
        Element root = XmlDocument.parse(body);
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
            throw XmlDocument.error("nested too deeply", 1, 1);
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

    /** Trimmed as a whole: the pieces that the parser finds would lose the blanks beside entities. */
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

    /** Whether it is not an attribute of XML itself, such as namespaces, {@code xml:lang} and {@code xsi:nil}. */
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
}
