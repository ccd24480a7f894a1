package dev.ticketwire.osticket.filter;

/** A filter that means nothing. The message says why and is meant for the caller. */
public final class FilterRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    FilterRefused(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    static FilterRefused invalid(String field) {
        return new FilterRefused(field, "Invalid value for " + field);
    }

    /** Name of the parameter at fault. */
    public String field() {
        return field;
    }
}
