package org.customsgateway.message;

/**
 * Where in an EDIFACT interchange, as CONTRL and CUSRES count (ISO 9735-4; UN/EDIFACT service segments UCM, UCS, UCD).
 *
 * @param message 0062 of the message as sent, empty for what lies outside of messages
 * @param type S009 of the message as sent, components joined by colons ({@code CUSCAR:D:95B:UN}), or empty
 * @param segment 0096: place of the segment in its message, UNH being 1; 0 outside of messages
 * @param tag of the segment
 * @param element 0098: place of the data element in the segment, the tag being 1; 0 for the segment as a whole
 * @param component 0104: place in the composite, from 1; 0 where none is meant
 * @param group the functional group, null outside of groups: messages of two groups may have the same reference
 */
public record SegmentPlace(
        String message, String type, int segment, String tag, int element, int component, FunctionalGroup group) {

    public SegmentPlace(String message, String type, int segment, String tag, int element, int component) {
        this(message, type, segment, tag, element, component, null);
    }

    /** Another place in the same message. */
    public SegmentPlace at(int otherSegment, String otherTag, int otherElement, int otherComponent) {
        return new SegmentPlace(message, type, otherSegment, otherTag, otherElement, otherComponent, group);
    }
}
