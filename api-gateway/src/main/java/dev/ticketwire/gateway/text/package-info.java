/** Text as bytes: what requests and mails have in common. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.text;
