/** How a text becomes what osTicket stores: markdown, HTML, plain text, names, subjects, search text. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.text;
