/** The forms in which the API answers. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.answer;
