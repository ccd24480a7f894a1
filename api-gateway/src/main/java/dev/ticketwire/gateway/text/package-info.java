/** Text as bytes, shared by request bodies and mails: charsets, byte order marks, header parameters, lines. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.text;
