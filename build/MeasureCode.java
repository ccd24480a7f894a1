import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
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

/**
 * Sizes and names of the main code below a folder; build/measure-code runs it. A method counts from its first annotation
 * to its closing brace, constructors too. Names are those of top-level classes.
 */
class MeasureCode {
    private static final int LONG_METHOD = 15;
    private static final int LONGEST_METHOD = 40;
    private static final int LONG_FILE = 250;
    private static final int LONG_LINE = 120;

    private final boolean details;
    private final Set<String> found = new TreeSet<>();
    private final List<Integer> files = new ArrayList<>();
    private final List<Integer> methods = new ArrayList<>();
    private final Map<String, Set<String>> classesByPackage = new TreeMap<>();
    private final Map<String, List<String>> modulesByName = new HashMap<>();
    private final Set<String> refusals = new TreeSet<>();
    private int untypedRows;
    private int untypedLists;
    private int longLines;
    private int longTestLines;

    public static void main(String[] args) throws IOException {
        MeasureCode measure = new MeasureCode(args.length > 1 && args[1].equals("--details"));
        measure.read(Path.of(args[0]));
        measure.print();
    }

    private MeasureCode(boolean details) {
        this.details = details;
    }

    private void read(Path root) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(root)) {
            all = tree.filter(path -> path.toString().endsWith(".java")).toList();
        }
        List<Path> sources = all.stream().filter(MeasureCode::isMain).toList();
        for (Path source : all) {
            List<String> lines = Files.readAllLines(source);
            int tooLong = (int) lines.stream().filter(line -> line.length() > LONG_LINE).count();
            if (!source.toString().contains("/src/main/java/")) {
                longTestLines += tooLong;
                continue;
            }
            longLines += tooLong;
            note(tooLong > 0, "lines", tooLong, root.relativize(source).toString());
            if (isMain(source)) {
                files.add(lines.size());
                note(lines.size() > LONG_FILE, "file", lines.size(), root.relativize(source).toString());
            }
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

    private static boolean isMain(Path source) {
        return source.toString().contains("/src/main/java/") && !source.endsWith("package-info.java");
    }

    private void note(boolean isWorthIt, String kind, int size, String where) {
        if (isWorthIt) {
            found.add(String.format("%-8s %4d  %s", kind, size, where));
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
            if (isRefusal(type, name)) {
                refusals.add(unit.getPackageName() + "." + name);
            }
            return super.visitClass(type, none);
        }

        /** By its name, or an exception that carries a code or an HTTP status. */
        private static boolean isRefusal(ClassTree type, String name) {
            boolean isException = type.getExtendsClause() != null && type.getExtendsClause().toString().endsWith("Exception");
            boolean hasCode = type.getMembers().stream()
                    .anyMatch(member -> member instanceof VariableTree field
                            && (field.getType().toString().endsWith("Code") || field.getName().toString().matches("code|status")));
            return name.matches("\\w*(Refus(ed|al)|Rejection|Problem\\w*Exception)") || isException && hasCode;
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            if (method.getBody() != null && positions.getEndPosition(unit, method) > 0) {
                long from = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
                int size = (int) (unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method)) - from + 1);
                methods.add(size);
                String file = unit.getSourceFile().getName();
                note(size > LONG_METHOD, "method", size,
                        module + " " + file.substring(file.lastIndexOf('/') + 1) + " " + method.getName());
            }
            return super.visitMethod(method, none);
        }

        /** Arrays that are made, and their types anywhere: variables, type arguments; not the parameters Object... */
        @Override
        public Void visitNewArray(NewArrayTree array, Void none) {
            untypedRows += isObject(array.getType()) ? 1 : 0;
            return super.visitNewArray(array, none);
        }

        @Override
        public Void visitArrayType(ArrayTypeTree array, Void none) {
            untypedRows += isObject(array.getType()) && !isVariableArity() ? 1 : 0;
            return super.visitArrayType(array, none);
        }

        @Override
        public Void visitParameterizedType(ParameterizedTypeTree type, Void none) {
            boolean isList = type.getType().toString().matches("(Array)?List|Collection");
            untypedLists += isList && isObject(type.getTypeArguments().isEmpty() ? null : type.getTypeArguments().get(0)) ? 1 : 0;
            return super.visitParameterizedType(type, none);
        }

        private boolean isVariableArity() {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            return parent instanceof VariableTree variable && variable.toString().contains("...");
        }

        private static boolean isObject(Tree type) {
            return type != null && type.toString().matches("(@\\w+\\(?\\)? )*Object");
        }
    }

    private void print() {
        line("files", files.size() + ", lines " + spread(files));
        line("methods", methods.size() + ", lines " + spread(methods));
        line("methods over 15 lines", over(LONG_METHOD) + "; over 40 lines " + over(LONGEST_METHOD));
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
        line("names used twice", twice.size() + list(twice));
        line("  of them within one module", inOneModule.size() + list(inOneModule));
        line("untyped rows", "Object[] " + untypedRows + ", List<Object> " + untypedLists);
        line("types of refusals", refusals.size() + list(refusals.stream().toList()));
        line("lines over 120 characters", longLines + "; in tests " + longTestLines);
        if (details) {
            found.forEach(System.out::println);
        }
    }

    private long over(int lines) {
        return methods.stream().filter(size -> size > lines).count();
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
