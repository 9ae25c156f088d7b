package org.customsgateway.connector;

/**
 * What an interchange became that was handed in.
 *
 * @param interchangeId the gateway's id of it
 * @param again whether a delivery with this mark was here before: then it is that one's id, and these bytes count for nothing
 */
public record Receipt(String interchangeId, boolean again) {}
