package dev.ticketwire.system;

/** What the demo help desk holds. */
final class DemoHelpDesk {
    static final String FULL_KEY = "DEMOFULLACCESS";
    static final String READ_KEY = "DEMOREADONLY";
    static final String TICKET = "R-0001";
    static final String PARENT = "602881";

    private DemoHelpDesk() {}
}
