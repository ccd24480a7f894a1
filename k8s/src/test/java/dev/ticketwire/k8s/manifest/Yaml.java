package dev.ticketwire.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML. Not with Jackson, which reads an alias as a text, and takes the last of two equal members. */
public final class Yaml {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final int MOST_CHARACTERS = 16 * 1024 * 1024;

    private Yaml() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** @return the only document of {@code text} */
    public static JsonNode read(String text) {
        return TREES.valueToTree(parser().load(text));
    }

    /** @return the objects of {@code text} in their order; empty documents are left out */
    public static List<Manifest> manifests(String text) {
        return StreamSupport.stream(parser().loadAll(text).spliterator(), false)
                .map(TREES::<JsonNode>valueToTree)
                .filter(JsonNode::isObject)
                .map(document -> new Manifest((ObjectNode) document))
                .toList();
    }

    private static org.yaml.snakeyaml.Yaml parser() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(MOST_CHARACTERS);
        return new org.yaml.snakeyaml.Yaml(new SafeConstructor(options));
    }
}
