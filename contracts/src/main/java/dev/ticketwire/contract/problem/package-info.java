/** Error codes, and the refusal with which every service reports an error. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.contract.problem;
