package dev.ticketwire.command.user;

import dev.ticketwire.osticket.sql.Collation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users by any of their addresses, in any case. */
public final class UserDirectory {
    private final Map<String, Integer> byAddress = new HashMap<>();

    private UserDirectory() {}

    public static UserDirectory find(Connection connection, Collection<String> addresses) throws SQLException {
        Set<String> wanted = new HashSet<>();
        addresses.forEach(address -> wanted.add(Requesters.stored(address)));
        UserDirectory known = new UserDirectory();
        for (UserRow user : UserRow.byAddress(connection, wanted)) {
            known.byAddress.put(Collation.key(user.address()), user.id());
        }
        return known;
    }

    /** The id of the user with this address; null if nobody has it. */
    public @Nullable Integer of(String address) {
        return byAddress.get(Collation.key(Requesters.stored(address)));
    }
}
