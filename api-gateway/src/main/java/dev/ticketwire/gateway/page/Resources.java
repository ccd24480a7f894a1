package dev.ticketwire.gateway.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads files from the class path. All methods block. */
final class Resources {
    private static final String SWAGGER_UI = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final int MOST_ALIASES = 1000;

    private Resources() {}

    static byte[] bytes(String path) {
        try (InputStream in = open(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of Swagger UI, in the version on the class path. */
    static byte[] swaggerUi(String name) {
        Properties about = new Properties();
        try (InputStream in = open(SWAGGER_UI)) {
            about.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes("/META-INF/resources/webjars/swagger-ui/" + about.getProperty("version") + '/' + name);
    }

    /** Reads a YAML object; members keep their order. */
    static Map<String, Object> yaml(String path) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        try (InputStream in = open(path)) {
            return new Yaml(new SafeConstructor(options)).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a value as YAML in block style. */
    static byte[] written(Map<String, Object> value) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(value).getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream open(String path) throws FileNotFoundException {
        InputStream in = Resources.class.getResourceAsStream(path);
        if (in == null) {
            throw new FileNotFoundException(path);
        }
        return in;
    }
}
