package dev.ticketwire.contract.identity;

/**
 * The caller on whose behalf the gateway requests a service.
 *
 * @param apiKeyId 0 for the gateway itself
 * @param departments whose tickets the answer may contain
 * @param seesNotes whether the answer may contain internal notes
 */
public record Identity(int apiKeyId, Departments departments, boolean seesNotes) {
    /** Header of the request between gateway and service that holds the signed token. */
    public static final String HEADER = "X-Ticketwire-Identity";

    /** The gateway itself, which sees everything. */
    public static final Identity GATEWAY = new Identity(0, Departments.ALL, true);

    static final String ISSUER = "ticketwire-gateway";
    static final String API_KEY = "key";
    static final String DEPARTMENTS = "departments";
    static final String NOTES = "notes";
}
