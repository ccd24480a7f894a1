/** An in-memory index of subjects, kept current from the binary log: finds tickets by a part of their subject. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.query.subject;
