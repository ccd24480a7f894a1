/**
 * Plain text for osTicket's columns: white space, storable characters, markup characters and tags, data URIs, search
 * text.
 */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.text;
