package dev.ticketwire.query.thread;

import java.util.Arrays;
import java.util.List;

/** Orders of a thread: by time of creation, then by id. */
enum ThreadOrder {
    OLDEST("oldest", ">", "e.created, e.id"),
    NEWEST("newest", "<", "e.created DESC, e.id DESC");

    /** The values of the parameter {@code order}; the first is the default. */
    static final List<String> WORDS =
            Arrays.stream(values()).map(order -> order.word).toList();

    final String word;
    /** Compares a later entry with an earlier one. */
    final String operator;

    final String columns;

    ThreadOrder(String word, String operator, String columns) {
        this.word = word;
        this.operator = operator;
        this.columns = columns;
    }

    /** @param word one of {@link #WORDS} */
    static ThreadOrder named(String word) {
        return values()[WORDS.indexOf(word)];
    }
}
