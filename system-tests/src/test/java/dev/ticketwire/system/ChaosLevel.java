package dev.ticketwire.system;

/** How much the disturbing tests disturb: little in the test command, much with {@code -Dticketwire.chaos=long}. */
final class ChaosLevel {
    static final boolean LONG = "long".equals(System.getProperty("ticketwire.chaos"));

    private ChaosLevel() {}
}
