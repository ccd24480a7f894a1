package dev.ticketwire.query.search;

import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Which characters are the same to the database where it looks for a part of a subject: {@code É} and {@code e}, say. It
 * compares character by character, by weights that depend on the column's collation; so it is asked for them. Characters
 * that it takes for the same have the same class, one of at least 1.
 */
final class CharacterClasses {
    /** Weights of two bytes, as most collations have, are told apart; longer ones may share a class, which does no harm. */
    private static final int CLASSES = 1 << 20;

    private static final String COLUMN = """
            SELECT character_set_name, collation_name FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name = '{ticket__cdata}' AND column_name = 'subject'""";
    /** Halves of surrogate pairs are no characters and all weigh the same. */
    private static final String WEIGHTS = """
            SELECT WEIGHT_STRING(CONVERT(CHAR(seq USING utf32) USING %1$s) COLLATE %2$s) FROM seq_0_to_%3$d ORDER BY seq""";

    private final int[] classes;

    private CharacterClasses(int[] classes) {
        this.classes = classes;
    }

    /** @throws IllegalStateException if subjects are not stored in UTF-8 */
    static CharacterClasses ofSubjects(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TablePrefix.named(COLUMN));
                ResultSet row = statement.executeQuery()) {
            if (row.next() && row.getString(1) != null && row.getString(1).startsWith("utf8")) {
                return read(connection, row.getString(1), row.getString(2));
            }
        }
        throw new IllegalStateException("subjects are not stored in UTF-8");
    }

    static CharacterClasses read(Connection connection, String characterSet, String collation) throws SQLException {
        int last = characterSet.equals("utf8mb4") ? Character.MAX_CODE_POINT : Character.MAX_VALUE;
        int[] classes = new int[last + 1];
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (ResultSet row = statement.executeQuery(WEIGHTS.formatted(characterSet, collation, last))) {
                for (int i = 0; row.next(); i++) {
                    classes[i] = classOf(row.getBytes(1));
                }
            }
        }
        return new CharacterClasses(classes);
    }

    private static int classOf(byte @Nullable [] weight) {
        long number = 0;
        for (byte part : weight == null ? new byte[0] : weight) {
            number = (number * 257 + Byte.toUnsignedInt(part) + 1) % (CLASSES - 1);
        }
        return 1 + (int) number;
    }

    /** The class of each character of {@code text}; one that the column cannot hold has a class that no subject has. */
    int[] of(String text) {
        return text.codePoints()
                .map(character -> character < classes.length ? classes[character] : Character.MAX_CODE_POINT)
                .toArray();
    }
}
