package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.ChildProcess;
import dev.ticketwire.quickstart.infrastructure.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Allows one launcher at a time per home. The operating system releases the lock when the process ends. */
final class LauncherLock implements AutoCloseable {
    private final FileChannel channel;
    private final Path pidFile;

    private LauncherLock(FileChannel channel, Path pidFile) {
        this.channel = channel;
        this.pidFile = pidFile;
    }

    /** @throws UserError if another launcher holds the lock */
    static LauncherLock begin(SuiteHome home) throws IOException {
        Folders.create(home.folder());
        FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            String process = ChildProcess.running(pidFile(home), home.mark())
                    .map(running -> " (process " + running.pid() + ")")
                    .orElse("");
            throw new UserError("Ticketwire is already running here" + process
                    + ". ./ticketwire status tells how it is, ./ticketwire down stops it.");
        }
        Folders.write(pidFile(home), ProcessHandle.current().pid() + "\n");
        return new LauncherLock(channel, pidFile(home));
    }

    static Path pidFile(SuiteHome home) {
        return home.pidFile("launcher");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(pidFile);
        channel.close();
    }
}
