package dev.ticketwire.gateway.mail;

/**
 * Limits on the structure of one mail.
 *
 * @param depth deepest nesting of parts
 * @param parts most parts
 * @param headerBytes longest header block; an attached mail with a longer one is stored as a file and not parsed
 */
record PartLimits(int depth, int parts, long headerBytes) {}
