package dev.ticketwire.osticket.reference;

/** The reference data has not been read yet, or not for too long. The caller may retry later. */
public class ReferenceUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReferenceUnavailable() {
        super("the help desk's reference data is not available");
    }
}
