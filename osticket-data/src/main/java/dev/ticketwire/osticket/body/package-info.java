/** The content of a thread entry: a body in HTML, markdown or plain text, and a subject. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.body;
