/** People: names, e-mail addresses and telephone numbers, as osTicket 1.18 validates, stores and displays them. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.person;
