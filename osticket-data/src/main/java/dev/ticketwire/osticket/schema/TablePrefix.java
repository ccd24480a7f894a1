package dev.ticketwire.osticket.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.jspecify.annotations.Nullable;

/** osTicket's table prefix, {@code ticketwire.table-prefix}, default {@code ost_}: letters, digits and underscores. */
public class TablePrefix extends PhysicalNamingStrategyStandardImpl {
    private static final long serialVersionUID = 1L;

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_]{0,20}");
    private static final Pattern TABLE = Pattern.compile("\\{([a-z_]+)}");

    /**
     * @throws IllegalStateException if it holds anything but letters, digits and underscores: it becomes part of
     *     statements
     */
    public static String value() {
        String prefix = ConfigProvider.getConfig()
                .getOptionalValue("ticketwire.table-prefix", String.class)
                .orElse("ost_");
        if (!VALID.matcher(prefix).matches()) {
            throw new IllegalStateException("ticketwire.table-prefix may hold letters, digits and underscores only");
        }
        return prefix;
    }

    /**
     * @param sql a statement that names osTicket's tables as <code>{ticket}</code>, <code>{thread_entry}</code>
     * @return the statement with the prefixed names
     */
    public static String named(String sql) {
        return TABLE.matcher(sql).replaceAll(Matcher.quoteReplacement(value()) + "$1");
    }

    /** Whether a table is Ticketwire's own, and so has no prefix. */
    public static boolean isOwn(String table) {
        return table.startsWith("ticketwire_");
    }

    @Override
    public @Nullable Identifier toPhysicalTableName(@Nullable Identifier name, JdbcEnvironment environment) {
        return name == null || isOwn(name.getText()) ? name : Identifier.toIdentifier(value() + name.getText());
    }
}
