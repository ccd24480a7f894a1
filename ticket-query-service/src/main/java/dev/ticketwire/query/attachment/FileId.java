package dev.ticketwire.query.attachment;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.math.BigInteger;

/** The id of a file in a path: digits, leading zeros allowed. */
final class FileId {
    private static final BigInteger LARGEST = BigInteger.valueOf(Integer.toUnsignedLong(-1));

    private FileId() {}

    /** @throws Refused 400 for 0, 403 for a number too large for an id */
    static long parse(String digits) {
        BigInteger id = new BigInteger(digits);
        if (id.signum() == 0) {
            throw Refused.of(ProblemCode.INVALID_FILE_ID, "Invalid file ID");
        }
        if (id.compareTo(LARGEST) > 0) {
            throw AttachmentReader.notAccessible();
        }
        return id.longValue();
    }
}
