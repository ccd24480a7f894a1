package dev.ticketwire.setup.command;

/** A setting is missing or malformed; the message names its variable and never its value. */
final class SettingMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingMissing(String message) {
        super(message);
    }
}
