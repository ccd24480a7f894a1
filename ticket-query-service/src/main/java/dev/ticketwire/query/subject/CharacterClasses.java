package dev.ticketwire.query.subject;

import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Classes of characters that the database treats as equal in {@code LIKE} on subjects, such as {@code É} and {@code e}.
 * It compares weights, which depend on the column's collation, so that they are read from it. Classes start at 1.
 */
final class CharacterClasses {
    /** Different weights of two bytes, as most collations have, have different classes; longer ones may share one. */
    private static final int CLASSES = 1 << 20;

    private static final String COLUMN = """
            SELECT character_set_name, collation_name FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name = '{ticket__cdata}' AND column_name = 'subject'""";
    /** Surrogates are not characters and all have the same weight. */
    private static final String WEIGHTS = """
            SELECT WEIGHT_STRING(CONVERT(CHAR(seq USING utf32) USING %1$s) COLLATE %2$s)
            FROM seq_0_to_%3$d ORDER BY seq""";

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

    /** The class of each character. A character that the column cannot store has a class that no subject has. */
    int[] classes(String text) {
        return text.codePoints()
                .map(character -> character < classes.length ? classes[character] : Character.MAX_CODE_POINT)
                .toArray();
    }
}
