package dev.ticketwire.command.user;

import dev.ticketwire.osticket.person.PersonName;
import dev.ticketwire.osticket.sql.Collation;
import dev.ticketwire.osticket.text.StoredText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The requesters of a wave by e-mail address. A new one is visible to later commands of the wave once it is {@link
 * #add added}, and is written once by {@link #writeNew}.
 */
public final class Requesters {
    private static final int ADDRESS_LENGTH = 255;
    private static final int NAME_LENGTH = 128;

    private final Map<String, Requester> byAddress;
    private final List<Organization> organizations;

    private Requesters(Map<String, Requester> byAddress, List<Organization> organizations) {
        this.byAddress = byAddress;
        this.organizations = organizations;
    }

    /**
     * Looks up all addresses together.
     *
     * @param addresses as sent
     * @param withAnswers whether to read their form answers
     */
    public static Requesters find(Connection connection, Collection<String> addresses, boolean withAnswers)
            throws SQLException {
        Map<String, String> wanted = new HashMap<>();
        addresses.forEach(address -> wanted.put(key(address), stored(address)));
        List<UserRow> users = UserRow.byAddress(connection, Set.copyOf(wanted.values()));
        List<Organization> organizations = OrganizationRow.owningDomainsOr(
                connection,
                users.stream()
                        .map(UserRow::organization)
                        .filter(id -> id != 0)
                        .distinct()
                        .toList());
        Map<Integer, Map<Integer, String>> answers = withAnswers ? StoredAnswers.of(connection, users) : Map.of();
        return new Requesters(known(users, organizations, answers), organizations);
    }

    /** The existing users, by the key of their address. */
    private static Map<String, Requester> known(
            List<UserRow> users, List<Organization> organizations, Map<Integer, Map<Integer, String>> answers) {
        Map<Integer, Organization> byId = new HashMap<>();
        organizations.forEach(organization -> byId.put(organization.id(), organization));
        Map<String, Requester> known = new LinkedHashMap<>();
        for (UserRow user : users) {
            Organization organization = byId.get(user.organization());
            Map<Integer, String> ofUser = answers.getOrDefault(user.id(), Map.of());
            known.put(Collation.key(user.address()), Requester.known(user, organization, ofUser));
        }
        return known;
    }

    /** The user with this address, including new ones of this wave; null if there is none. */
    public @Nullable Requester of(String address) {
        return byAddress.get(key(address));
    }

    /** The ids of requesters who existed before this wave. */
    public List<Integer> knownIds() {
        return byAddress.values().stream()
                .filter(requester -> !requester.isNew())
                .map(Requester::id)
                .toList();
    }

    /**
     * A new requester; {@link #add} makes it visible to the rest of the wave.
     *
     * @param name as stored
     */
    public Requester newcomer(String name, String address) {
        Organization owner = null;
        for (Organization organization : organizations) {
            if (organization.owns(address)) {
                owner = organization;
                break;
            }
        }
        return Requester.newcomer(name, address, owner);
    }

    /**
     * The name of a new user from a mail, never refused.
     *
     * @param written may be empty
     * @return as stored; the local part of the address if nothing is left of {@code written}
     */
    public static String named(String written, String address) {
        String name = PersonName.stored(written);
        return name.isBlank() ? StoredText.cut(address.substring(0, address.lastIndexOf('@')), NAME_LENGTH) : name;
    }

    /** The user with this address, else a new one, which is visible to the rest of the wave. */
    public Requester knownOrNew(String written, String address) {
        Requester known = of(address);
        if (known != null) {
            return known;
        }
        Requester newcomer = newcomer(named(written, address), address);
        add(newcomer);
        return newcomer;
    }

    public void add(Requester newcomer) {
        byAddress.put(key(newcomer.address()), newcomer);
    }

    /**
     * Writes the users that were added and their addresses. A user that another transaction has written meanwhile is
     * used instead. Addresses are written in sorted order, so that deadlocks are rare; users in the order in which they
     * were added.
     *
     * @param now as the database writes times
     */
    public void writeNew(Connection connection, String now) throws SQLException {
        Map<String, Requester> newcomers = new LinkedHashMap<>();
        byAddress.forEach((key, requester) -> {
            if (requester.isNew()) {
                newcomers.put(key, requester);
            }
        });
        if (newcomers.isEmpty()) {
            return;
        }
        Map<String, Integer> addressIds = NewUsers.claimAddresses(
                connection,
                new TreeMap<>(newcomers)
                        .values().stream().map(r -> stored(r.address())).toList());
        Map<String, Requester> lost = new HashMap<>(newcomers);
        lost.keySet().removeAll(addressIds.keySet());
        newcomers.keySet().removeAll(lost.keySet());
        NewUsers.write(connection, newcomers, addressIds, now);
        adopt(connection, lost);
    }

    private void adopt(Connection connection, Map<String, Requester> lost) throws SQLException {
        if (lost.isEmpty()) {
            return;
        }
        Requesters winners =
                find(connection, lost.values().stream().map(Requester::address).toList(), false);
        for (Map.Entry<String, Requester> entry : lost.entrySet()) {
            Requester winner = winners.byAddress.get(entry.getKey());
            if (winner == null) {
                throw new IllegalStateException("an e-mail address without its user");
            }
            entry.getValue().becomes(winner);
        }
    }

    static String stored(String address) {
        return StoredText.cut(address, ADDRESS_LENGTH);
    }

    private static String key(String address) {
        return Collation.key(stored(address));
    }
}
