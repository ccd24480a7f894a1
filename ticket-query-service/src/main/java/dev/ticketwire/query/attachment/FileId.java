package dev.ticketwire.query.attachment;

import dev.ticketwire.osticket.format.RowId;
import dev.ticketwire.rest.ProblemException;
import java.util.OptionalLong;

/** The id of a file as a path has it: digits, leading zeros allowed. */
final class FileId {
    private FileId() {}

    /** @throws ProblemException 400 for 0, 403 for what no file can have */
    static long parse(String digits) {
        OptionalLong id = RowId.ofDigits(digits);
        if (id.isPresent() && id.getAsLong() == 0) {
            throw ProblemException.of(400, "invalid-file-id", "Invalid file ID");
        }
        return id.orElseThrow(AttachmentReader::notAccessible);
    }
}
