package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.watch.ChangeWriter;
import dev.ticketwire.quickstart.watch.EventStream;
import dev.ticketwire.quickstart.watch.StreamRequest;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./ticketwire watch}. */
@Command(
        name = "watch",
        description = {
            "Print every ticket change as it happens, one line each: time, ticket, what changed from what to what, who.",
            "A lost connection is resumed where it was lost. Ctrl-C ends it."
        })
final class WatchCommand implements Callable<Integer> {
    @Mixin
    private EventFilters filters = new EventFilters();

    @Option(
            names = "--after",
            paramLabel = "CURSOR",
            description = "Begin after this cursor (an id of the stream, or next of a page), or with the oldest.")
    private @Nullable String after;

    @Option(names = "--json", description = "Print each change as a CloudEvent in JSON, one a line, for programs.")
    private boolean json;

    @Option(names = "--count", paramLabel = "N", converter = CountConverter.class, description = "End after N changes.")
    private int count = Integer.MAX_VALUE;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Address of a gateway; default: the suite that runs here.")
    private @Nullable URI url;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "${env:TICKETWIRE_API_KEY}",
            description = "API key that may read tickets; default: TICKETWIRE_API_KEY, else the demo's key.")
    private @Nullable String key;

    @Override
    public Integer call() throws InterruptedException {
        RunningGateway here = new RunningGateway(SuiteHome.ofThisRun());
        StreamRequest request = new StreamRequest(
                url == null ? here.address() : url, key == null ? here.demoKey() : key, filters.values(), after);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        new EventStream(request, System.err::println).read(new ChangeWriter(out, json, count));
        return 0;
    }

    private static final class CountConverter extends NumberConverter {
        CountConverter() {
            super(1, 999_999_999);
        }
    }
}
