package dev.ticketwire.benchmark;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of the running suite, on Linux. */
final class SuiteProcess {
    /** The kernel's unit of CPU time for programs. */
    private static final double TICKS_PER_SECOND = 100;

    private final Path home;
    private final String name;

    /** @param name in logs and pid files, e.g. {@code event} */
    SuiteProcess(Path home, String name) {
        this.home = home;
        this.name = name;
    }

    /** Whether the suite has such a process now. */
    boolean isRunning() throws IOException {
        return Files.exists(home.resolve("pids").resolve(name + ".pid")) && Files.exists(proc("stat"));
    }

    /** Resident memory now, MiB. */
    long residentMebibytes() throws IOException {
        return status("VmRSS");
    }

    /** The most resident memory so far, MiB. */
    long mostMebibytes() throws IOException {
        return status("VmHWM");
    }

    /** Memory now without the other processes' shares of what it has in common with them, MiB. */
    double proportionalMebibytes() throws IOException {
        Matcher matcher = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB").matcher(Files.readString(proc("smaps_rollup")));
        if (!matcher.find()) {
            throw new IOException("the kernel does not tell the proportional set size");
        }
        return Long.parseLong(matcher.group(1)) / 1024.0;
    }

    /** CPU time of all threads so far, seconds. */
    double cpuSeconds() throws IOException {
        String line = Files.readString(proc("stat"));
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** Ends it as {@code kill -9} does, and keeps it from being started again until {@link #release}. */
    void hold() throws IOException, InterruptedException {
        Files.createDirectories(held().getParent());
        Files.writeString(held(), "");
        ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();
        process.destroyForcibly();
        while (process.isAlive()) {
            MILLISECONDS.sleep(50);
        }
    }

    /** Lets the launcher start it again. */
    void release() throws IOException {
        Files.deleteIfExists(held());
    }

    private Path held() {
        return home.resolve("hold").resolve(name);
    }

    private long status(String field) throws IOException {
        Matcher matcher = Pattern.compile("(?m)^" + field + ":\\s+(\\d+) kB").matcher(Files.readString(proc("status")));
        if (!matcher.find()) {
            throw new IOException("the kernel does not tell " + field);
        }
        return Long.parseLong(matcher.group(1)) / 1024;
    }

    private Path proc(String file) throws IOException {
        return Path.of("/proc", Long.toString(pid()), file);
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(home.resolve("pids").resolve(name + ".pid"))
                .strip()
                .split("\\s")[0]);
    }
}
