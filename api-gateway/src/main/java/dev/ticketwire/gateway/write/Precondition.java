package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code If-Match}: apply a write only if the ticket still has the {@code ETag} that a get returned. */
public final class Precondition {
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?(\"[\\x21\\x23-\\x7E]*\")\\s*");

    private Precondition() {}

    /**
     * Checks that a request to which no condition can apply has none.
     *
     * @throws Refused if it has one
     */
    public static void refuse(Call call) {
        if (call.request().headers().contains(HttpHeaders.IF_MATCH)) {
            throw Refused.of(ProblemCode.IF_MATCH_NOT_SUPPORTED, "If-Match has no meaning here", "If-Match");
        }
    }

    /**
     * The tags that match, in the form of the command's header. Weak tags never match and are left out.
     *
     * @return null for any version
     * @throws Refused if the header is not a list of tags, or the operation is a create
     */
    static @Nullable String of(Call call) {
        List<String> sent = call.request().headers().getAll(HttpHeaders.IF_MATCH);
        if (sent.isEmpty()) {
            return null;
        }
        if (call.target().operation() == Operation.CREATE) {
            refuse(call);
        }
        String header = String.join(",", sent).strip();
        return header.equals("*") ? header : strong(header);
    }

    /** The strong tags of a list, concatenated. */
    static String strong(String header) {
        StringBuilder strong = new StringBuilder();
        int at = 0;
        Matcher tag = TAG.matcher(header);
        while (tag.region(at, header.length()).lookingAt()) {
            if (tag.group(1) == null) {
                strong.append(tag.group(2));
            }
            at = tag.end();
            if (at == header.length()) {
                return strong.toString();
            }
            if (header.charAt(at++) != ',') {
                break;
            }
        }
        throw Refused.invalid("If-Match");
    }
}
