package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.Folders;
import java.nio.file.Path;
import java.util.List;

/** Command lines of the suite's JVMs. */
final class JvmCommands {
    private JvmCommands() {}

    /** Runs in UTC: business time comes from the database as text, and in other zones the driver shifts it. */
    static ProcessBuilder service(SuiteHome home, Service service) {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dticketwire.home=" + home.folder(),
                service.initialHeap(),
                "-Xmx" + service.heapMebibytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:SharedArchiveFile=" + classData(home, service.label()),
                "-XX:+AutoCreateSharedArchive",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                service.isHot() ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "-Djava.io.tmpdir=" + Folders.create(home.temporary()),
                "-jar",
                home.application(service).toString());
    }

    /** Further JVM options of the broker. */
    static List<String> broker(SuiteHome home) {
        return List.of(
                "-XX:SharedArchiveFile=" + classData(home, EmbeddedBroker.LABEL),
                "-XX:+AutoCreateSharedArchive",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off");
    }

    private static Path classData(SuiteHome home, String child) {
        Path file = home.classData(child);
        Folders.create(file.resolveSibling(""));
        return file;
    }
}
