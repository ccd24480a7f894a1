/** osTicket's own formats: ticket numbers, keys of stored files, Message-Ids of its mails, and PHP's JSON. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.format;
