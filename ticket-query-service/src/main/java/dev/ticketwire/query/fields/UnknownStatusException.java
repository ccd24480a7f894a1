package dev.ticketwire.query.fields;

/** A ticket has a status that the snapshot does not know: either it is newer, or it does not exist. */
public final class UnknownStatusException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownStatusException(int status) {
        super("there is no ticket status " + status, null, false, false);
    }
}
