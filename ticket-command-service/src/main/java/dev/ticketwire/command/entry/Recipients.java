package dev.ticketwire.command.entry;

import dev.ticketwire.osticket.format.PhpJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The recipients of an entry that was sent, or is to be sent, as a mail.
 *
 * @param flag of the entry: several recipients, or one
 * @param json as stored with the entry
 */
public record Recipients(int flag, String json) {
    private static final int TO_ALL = 0x100;
    private static final int TO_ONE = 0x200;

    /**
     * Recipients who are users of the help desk.
     *
     * @param to {@code Name <address>} by user
     * @param copies {@code Name <address>} by collaborator row
     * @return null if there are none
     */
    public static @Nullable Recipients of(Map<String, String> to, Map<String, String> copies) {
        return of(to, to.size(), copies, copies.size());
    }

    /**
     * The recipients that a mail names.
     *
     * @param to {@code Name <address>}, in order
     * @param copies likewise
     * @return null if there are none
     */
    public static @Nullable Recipients ofMail(List<String> to, List<String> copies) {
        return of(to, to.size(), copies, copies.size());
    }

    /** {@code Name <address>}, the address alone where there is no name. */
    public static String written(String name, String address) {
        return name.isBlank() ? address : name + " <" + address + ">";
    }

    private static @Nullable Recipients of(Object to, int direct, Object copies, int copied) {
        if (direct + copied == 0) {
            return null;
        }
        Map<String, Object> lists = new LinkedHashMap<>();
        if (direct > 0) {
            lists.put("to", to);
        }
        if (copied > 0) {
            lists.put("cc", copies);
        }
        return new Recipients(direct + copied == 1 ? TO_ONE : TO_ALL, PhpJson.write(lists));
    }
}
