package dev.ticketwire.k8s.manifest;

import dev.ticketwire.k8s.tool.ExternalTool;
import dev.ticketwire.k8s.tool.ProgramRun;
import dev.ticketwire.k8s.tool.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Every folder below {@code k8s} with a {@code kustomization.yaml}, rendered by kustomize; a component is rendered on
 * the base. Found, not listed, so that a new folder is tested as well.
 */
public final class Rendering {
    private static final Path FOLDER = Repository.path("k8s");
    private static final List<String> NOT_OURS = List.of("target", "src", "chart", "validate");
    private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();

    private Rendering() {}

    /** @return every kustomization and component */
    public static Stream<Manifests> all() {
        return folders().stream().map(Rendering::of);
    }

    /** @return the overlays, which are what somebody applies */
    public static Stream<Manifests> overlays() {
        return folders().stream()
                .filter(folder -> folder.startsWith("overlays/"))
                .map(Rendering::of);
    }

    /** @param folder below {@code k8s}, such as {@code overlays/production} */
    public static Manifests of(String folder) {
        return RENDERED.computeIfAbsent(folder, Rendering::render);
    }

    private static List<String> folders() {
        return Repository.files(FOLDER, file -> file.endsWith("kustomization.yaml")).stream()
                .map(file -> FOLDER.relativize(file.getParent()))
                .filter(folder -> !NOT_OURS.contains(folder.getName(0).toString()))
                .map(Path::toString)
                .toList();
    }

    private static Manifests render(String folder) {
        Path kustomization = FOLDER.resolve(folder).resolve("kustomization.yaml");
        boolean isComponent = new Manifest(
                        Yaml.read(Repository.read(kustomization)).deepCopy())
                .kind()
                .equals("Component");
        String from = isComponent ? onBase(folder) : folder;
        String kustomize = ExternalTool.KUSTOMIZE.require().toString();
        String text = ProgramRun.of(FOLDER, List.of(kustomize, "build", from)).succeeded();
        return new Manifests(folder, Yaml.manifests(text));
    }

    private static String onBase(String component) {
        String folder = "target/" + component.replace('/', '-');
        try {
            Files.createDirectories(FOLDER.resolve(folder));
            Files.writeString(FOLDER.resolve(folder).resolve("kustomization.yaml"), """
                    apiVersion: kustomize.config.k8s.io/v1beta1
                    kind: Kustomization
                    namespace: ticketwire
                    resources: [../../base]
                    components: [../../%s]
                    """.formatted(component));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }
}
