package dev.ticketwire.quickstart.launch;

/** Something the user can act on; the message is the whole answer. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Problem(String message) {
        super(message);
    }
}
