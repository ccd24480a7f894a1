/** Forms: the settings of their fields, and the answers that osTicket 1.18 stores for them. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.form;
