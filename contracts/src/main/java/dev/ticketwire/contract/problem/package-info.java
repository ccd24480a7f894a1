/** Errors: their codes, and the refusal in which every service reports one. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.contract.problem;
