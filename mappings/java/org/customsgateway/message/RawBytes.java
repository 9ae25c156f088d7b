package org.customsgateway.message;

/**
 * The bytes of an interchange or a reply as they travelled, kept on disk and addressed by their hash.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record RawBytes(String sha256, long size) {}
