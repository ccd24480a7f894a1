package dev.ticketwire.command.create;

import dev.ticketwire.osticket.text.PhpJson;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who gets a copy of a message.
 *
 * @param copies {@code Name <address>} by collaborator row; not empty
 */
record Recipients(Map<String, String> copies) {
    private static final int TO_ALL = 0x100;
    private static final int TO_ONE = 0x200;

    int flag() {
        return copies.size() == 1 ? TO_ONE : TO_ALL;
    }

    String json() {
        Map<String, Object> lists = new LinkedHashMap<>();
        lists.put("cc", copies);
        return PhpJson.write(lists);
    }
}
