package dev.ticketwire.osticket.reference;

/** The reference data could not be read yet, or not for too long: the caller may try again later. */
public class ReferenceUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReferenceUnavailable() {
        super("the help desk's reference data is not available");
    }
}
