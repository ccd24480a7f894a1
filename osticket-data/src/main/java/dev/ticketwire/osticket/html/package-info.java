/**
 * HTML as osTicket 1.18 stores it: parsed as a browser would, reduced to harmless markup by an allow list, and written
 * again.
 */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.html;
