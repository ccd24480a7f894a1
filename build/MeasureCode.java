import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sizes and names of the main code below a folder; build/measure-code runs it. */
class MeasureCode {
    private final List<Integer> files = new ArrayList<>();
    private final List<Integer> methods = new ArrayList<>();
    private final Map<String, Set<String>> classesByPackage = new TreeMap<>();
    private final Map<String, List<String>> modulesByName = new HashMap<>();
    private final Set<String> refusals = new TreeSet<>();
    private int untypedRows;
    private int longLines;

    public static void main(String[] args) throws IOException {
        MeasureCode measure = new MeasureCode();
        measure.read(Path.of(args[0]));
        measure.print();
    }

    private void read(Path root) throws IOException {
        List<Path> sources;
        try (Stream<Path> found = Files.walk(root)) {
            sources = found.filter(path -> path.toString().endsWith(".java")
                            && path.toString().contains("/src/main/java/")
                            && !path.endsWith("package-info.java"))
                    .toList();
        }
        for (Path source : sources) {
            List<String> lines = Files.readAllLines(source);
            files.add(lines.size());
            longLines += (int) lines.stream().filter(line -> line.length() > 120).count();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        JavacTask task = (JavacTask) compiler.getTask(
                null, manager, diagnostic -> {}, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        for (CompilationUnitTree unit : task.parse()) {
            String module = root.toUri().relativize(unit.getSourceFile().toUri()).getPath().replaceAll(".*?([^/]+)/src/main/java/.*", "$1");
            new Scanner(unit, positions, module).scan(unit, null);
        }
    }

    private final class Scanner extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final String module;

        Scanner(CompilationUnitTree unit, SourcePositions positions, String module) {
            this.unit = unit;
            this.positions = positions;
            this.module = module;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            String name = type.getSimpleName().toString();
            if (getCurrentPath().getParentPath().getLeaf() == unit) {
                classesByPackage.computeIfAbsent(unit.getPackageName().toString(), key -> new HashSet<>()).add(name);
                modulesByName.computeIfAbsent(name, key -> new ArrayList<>()).add(module);
            }
            if (name.matches("(\\w*Refus(ed|al)|Problem\\w*Exception|\\w+Refused)")) {
                refusals.add(unit.getPackageName() + "." + name);
            }
            return super.visitClass(type, none);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            if (method.getBody() != null && positions.getEndPosition(unit, method) > 0) {
                long from = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
                methods.add((int) (unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method)) - from + 1));
            }
            return super.visitMethod(method, none);
        }

        @Override
        public Void visitNewArray(NewArrayTree array, Void none) {
            if (array.getType() != null && array.getType().toString().endsWith("Object") && array.getInitializers() != null) {
                untypedRows++;
            }
            return super.visitNewArray(array, none);
        }
    }

    private void print() {
        line("files", files.size() + ", lines " + spread(files));
        line("methods", methods.size() + ", lines " + spread(methods));
        List<String> small = classesByPackage.entrySet().stream()
                .filter(entry -> entry.getValue().size() <= 2)
                .map(Map.Entry::getKey)
                .toList();
        line("packages with one or two classes", small.size() + " of " + classesByPackage.size() + list(small));
        List<String> twice = modulesByName.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        List<String> inOneModule = modulesByName.entrySet().stream()
                .filter(entry -> new HashSet<>(entry.getValue()).size() < entry.getValue().size())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        line("names used twice", twice.size() + "; within one module " + inOneModule.size() + list(inOneModule));
        line("rows made as Object[]", String.valueOf(untypedRows));
        line("types of refusals", refusals.size() + list(refusals.stream().toList()));
        line("lines over 120 characters", String.valueOf(longLines));
    }

    private static void line(String name, String value) {
        System.out.printf("%-37s %s%n", name, value);
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "" : ": " + String.join(", ", names);
    }

    private static String spread(List<Integer> sizes) {
        Collections.sort(sizes);
        return "median " + sizes.get(sizes.size() / 2) + ", p90 " + sizes.get(sizes.size() * 9 / 10) + ", max " + sizes.getLast();
    }
}
