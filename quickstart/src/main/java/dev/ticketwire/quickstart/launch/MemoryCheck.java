package dev.ticketwire.quickstart.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks whether the machine has enough memory for the suite. */
final class MemoryCheck {
    private static final long NEEDED_MEBIBYTES = 2550;
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");

    private MemoryCheck() {}

    /** @throws UserError if too little memory is free; not if that is unknown */
    static void check() {
        check(Path.of("/proc/meminfo"));
    }

    static void check(Path information) {
        availableMebibytes(information).stream()
                .filter(available -> available < NEEDED_MEBIBYTES)
                .forEach(available -> {
                    throw new UserError("Ticketwire needs about 2.6 GiB of memory for all its processes, but only "
                            + available + " MiB are free. Close something, or give the machine more.");
                });
    }

    private static OptionalLong availableMebibytes(Path information) {
        try {
            Matcher matcher = AVAILABLE.matcher(Files.exists(information) ? Files.readString(information) : "");
            return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1)) / 1024) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
