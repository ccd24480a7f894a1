package dev.ticketwire.command.notice.text;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a variable stands for: a value, which may be empty, and members of its own. */
final class Thing {
    static final Thing NOTHING = text("");

    private final String value;
    private final boolean isHtml;
    private final Function<String, @Nullable Thing> members;

    private Thing(String value, boolean isHtml, Function<String, @Nullable Thing> members) {
        this.value = value;
        this.isHtml = isHtml;
        this.members = members;
    }

    static Thing text(@Nullable String value) {
        return of(value, name -> null);
    }

    static Thing html(String value) {
        return html(value, name -> null);
    }

    static Thing html(String value, Function<String, @Nullable Thing> members) {
        return new Thing(value, true, members);
    }

    /** @param members by name in lower case; null for none of that name */
    static Thing of(@Nullable String value, Function<String, @Nullable Thing> members) {
        return new Thing(value == null ? "" : value, false, members);
    }

    /** A word that stands for all its members too. */
    static Thing word(String value) {
        return new Thing(value, false, name -> word(value));
    }

    String value() {
        return value;
    }

    boolean isHtml() {
        return isHtml;
    }

    Thing member(String name) {
        Thing member = members.apply(name);
        return member == null ? NOTHING : member;
    }
}
