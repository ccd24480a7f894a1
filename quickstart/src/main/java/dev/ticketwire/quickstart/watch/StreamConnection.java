package dev.ticketwire.quickstart.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The lines of one answer. An answer that is silent for too long is closed, since the service may be gone. */
final class StreamConnection implements AutoCloseable {
    private final InputStream body;
    private final BufferedReader lines;
    private final ScheduledFuture<?> watchdog;
    private volatile long lastLine = System.nanoTime();

    /** @param silence the stream has a heart-beat every 10 s, so three of them are missing after 30 s */
    StreamConnection(HttpResponse<InputStream> answer, Duration silence, ScheduledExecutorService timer) {
        body = answer.body();
        lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        long interval = Math.max(1, silence.toMillis() / 10);
        watchdog = timer.scheduleAtFixedRate(() -> check(silence), interval, interval, TimeUnit.MILLISECONDS);
    }

    private void check(Duration silence) {
        if (System.nanoTime() - lastLine > silence.toNanos()) {
            closeBody();
        }
    }

    /** @return null at the end */
    @Nullable
    String next() throws IOException {
        String line = lines.readLine();
        lastLine = System.nanoTime();
        return line;
    }

    /** The rest, for an error's text; at most 64 KiB. */
    String rest() throws IOException {
        return new String(body.readNBytes(65_536), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        watchdog.cancel(false);
        closeBody();
    }

    private void closeBody() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
