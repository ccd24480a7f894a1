package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.util.List;
import java.util.Locale;

/**
 * Refuses compressed bodies by their {@code Content-Encoding}: decompressed, one could be a thousand times as large.
 */
public final class ContentCoding {
    private ContentCoding() {}

    /**
     * @param headers every value of the header, each with any number of codings
     * @throws Refused 415, naming the coding, if there is one besides {@code identity}
     */
    public static void check(List<String> headers) {
        for (String header : headers) {
            for (String coding : header.split(",")) {
                String name = coding.strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !name.equals("identity")) {
                    throw refused("the body is compressed (Content-Encoding: " + known(name) + "); send it as it is");
                }
            }
        }
    }

    static Refused refused(String reason) {
        return Refused.of(ProblemCode.UNSUPPORTED_CONTENT_ENCODING, "Unable to read the request: " + reason);
    }

    /** An unknown coding is not repeated in the answer. */
    private static String known(String name) {
        return List.of("gzip", "x-gzip", "deflate", "br", "zstd", "compress", "x-compress")
                        .contains(name)
                ? name
                : "another coding";
    }
}
