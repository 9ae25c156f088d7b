package org.customsgateway.mapping;

/**
 * One step of a WCO pointer (class 97A): back-ends point into a declaration with one pointer per level.
 *
 * @param section WCO id of the class (DocumentSectionCode 375), for example {@code 68A}
 * @param sequence 1-based repeat of the class in its parent (SequenceNumeric 006); 1 where it is not given
 * @param tag WCO id of the data element (TagID 381), only in the last step, or empty
 */
public record WcoPointer(String section, int sequence, String tag) {}
