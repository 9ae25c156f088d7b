package org.customsgateway.mapping.reference;

/**
 * A file that a set is made of.
 *
 * @param name with its folder, as it is told to people
 * @param about what it says of itself
 */
public record SetFile(String name, About about) {}
