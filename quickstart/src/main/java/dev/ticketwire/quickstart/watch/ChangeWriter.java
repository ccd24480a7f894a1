package dev.ticketwire.quickstart.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.util.function.Predicate;

/** Prints events, a line each, until a number of them has been printed or nobody reads any more. */
public final class ChangeWriter implements Predicate<ServerSentEvent> {
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintStream out;
    private final boolean asJson;
    private final ChangeLine line = new ChangeLine(TerminalText.automatic());
    private long left;

    /**
     * @param asJson prints CloudEvents in JSON form instead of lines for people
     * @param most how many to print
     */
    public ChangeWriter(PrintStream out, boolean asJson, long most) {
        this.out = out;
        this.asJson = asJson;
        this.left = most;
    }

    /** @return whether to go on */
    @Override
    public boolean test(ServerSentEvent event) {
        out.println(asJson ? event.data().replace('\n', ' ') : readable(event));
        left--;
        // Also flushes; true once the reader of a pipe has gone.
        return !out.checkError() && left > 0;
    }

    private String readable(ServerSentEvent event) {
        try {
            return line.of(JSON.readTree(event.data()));
        } catch (JsonProcessingException e) {
            return TerminalText.harmless(event.type() + " " + event.data());
        }
    }
}
