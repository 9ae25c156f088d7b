package org.customsgateway.mapping;

/**
 * What a partner says of one of our replies (CONTRL). It is never answered itself.
 *
 * @param reference ours, of what is acknowledged or rejected
 * @param rejects whether the partner could not take it: a person must look
 * @param text what it says, in the codes of its format
 */
public record Acknowledgement(String reference, boolean rejects, String text) {}
