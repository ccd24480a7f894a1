package dev.ticketwire.mail.letter;

/**
 * A file of osTicket whose content is in the database, complete.
 *
 * @param key of its URL
 * @param type as stored, perhaps no media type
 * @param size in bytes
 * @param chunks number of its chunks, from 0
 */
record StoredFile(int id, String key, String name, String type, long size, int chunks) {
    /** By another name, unless that is blank. */
    StoredFile named(String shown) {
        return shown.isBlank() ? this : new StoredFile(id, key, shown, type, size, chunks);
    }

    /** Without brackets. It has a domain, without which it would be none (RFC 2392). */
    String contentId() {
        return key + "@ticketwire";
    }
}
