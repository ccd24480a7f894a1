package dev.ticketwire.query.attachment;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.format.RowId;
import java.util.OptionalLong;

/** The id of a file in a path: digits, leading zeros allowed. */
final class FileId {
    private FileId() {}

    /** @throws Refused 400 for 0, 403 for a number too large for an id */
    static long parse(String digits) {
        OptionalLong id = RowId.ofDigits(digits);
        if (id.isPresent() && id.getAsLong() == 0) {
            throw Refused.of(ProblemCode.INVALID_FILE_ID, "Invalid file ID");
        }
        return id.orElseThrow(AttachmentReader::notAccessible);
    }
}
