package dev.ticketwire.command.collaborator;

/**
 * Another recipient of a mail to the help desk.
 *
 * @param name as the mail gives it, may be empty
 * @param email a valid address that is not a mailbox of the help desk
 * @param source the header of the mail, as the ticket's history names it: {@code Email (to)}
 */
public record CopiedAddress(String name, String email, String source) {
    public static CopiedAddress to(String name, String email) {
        return new CopiedAddress(name, email, "Email (to)");
    }

    public static CopiedAddress copy(String name, String email) {
        return new CopiedAddress(name, email, "Email (cc)");
    }
}
