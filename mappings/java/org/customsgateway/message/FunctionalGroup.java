package org.customsgateway.message;

/**
 * A functional group of an EDIFACT interchange as its UNG names it, and as UCF of a CONTRL names it again (ISO 9735-1, 9735-4).
 *
 * @param reference 0048
 * @param sender 0040
 * @param senderQualifier 0007 of S006
 * @param recipient 0044
 * @param recipientQualifier 0007 of S007
 */
public record FunctionalGroup(
        String reference, String sender, String senderQualifier, String recipient, String recipientQualifier) {}
