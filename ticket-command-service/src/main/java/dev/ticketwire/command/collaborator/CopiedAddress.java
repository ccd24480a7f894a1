package dev.ticketwire.command.collaborator;

/**
 * Somebody whom a mail to the help desk was sent to as well.
 *
 * @param name as the mail gives it, may be empty
 * @param email a valid address, none of the help desk's own
 * @param source in which of the mail's headers, as the history says it: {@code Email (to)}
 */
public record CopiedAddress(String name, String email, String source) {
    public static CopiedAddress to(String name, String email) {
        return new CopiedAddress(name, email, "Email (to)");
    }

    public static CopiedAddress copy(String name, String email) {
        return new CopiedAddress(name, email, "Email (cc)");
    }
}
