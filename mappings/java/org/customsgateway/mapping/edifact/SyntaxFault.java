package org.customsgateway.mapping.edifact;

import io.xlate.edi.stream.EDIStreamValidationError;
import java.util.Map;

/**
 * A kind of syntax fault as CONTRL tells it: a code of data element 0085 (UNSL), which is also what the rule of its problem is
 * called by: {@code EDIFACT-13}.
 *
 * @param text what is wrong, to be completed by what it is wrong with
 */
record SyntaxFault(String code, String text) {

    static final SyntaxFault VERSION = new SyntaxFault("2", "The syntax version or level is not one that can be read");
    static final SyntaxFault INVALID = new SyntaxFault("12", "This is not a value that may stand here");
    static final SyntaxFault MISSING = new SyntaxFault("13", "This must be there and is missing");
    static final SyntaxFault UNSUPPORTED = new SyntaxFault("14", "This value is not one that is taken here");
    static final SyntaxFault MISPLACED = new SyntaxFault("15", "This segment has no place here in the message");
    static final SyntaxFault TOO_MANY = new SyntaxFault("16", "There are more data elements or components than it has");
    static final SyntaxFault UNSPECIFIED = new SyntaxFault("18", "The message cannot be read on from here");
    static final SyntaxFault DECIMAL = new SyntaxFault("19", "The decimal mark is not that of the UNA");
    static final SyntaxFault SERVICE_CHARACTER = new SyntaxFault("20", "The UNA names characters that cannot serve");
    static final SyntaxFault CHARACTER =
            new SyntaxFault("21", "There is a character in it that the repertoire of UNB 0001 does not have");
    static final SyntaxFault DUPLICATE = new SyntaxFault("26", "This reference was used before in the interchange");
    static final SyntaxFault REFERENCE = new SyntaxFault("28", "The reference is not that of the header");
    static final SyntaxFault COUNT = new SyntaxFault("29", "The count is not that of what was received");
    static final SyntaxFault MIXED = new SyntaxFault("30", "Groups and single messages are mixed");
    static final SyntaxFault EMPTY = new SyntaxFault("32", "There is nothing in it");
    static final SyntaxFault OUTSIDE = new SyntaxFault("33", "This may not stand outside of messages");
    static final SyntaxFault SEGMENTS = new SyntaxFault("35", "This is repeated too often");
    static final SyntaxFault GROUPS = new SyntaxFault("36", "This group is repeated too often");
    static final SyntaxFault TYPE = new SyntaxFault("37", "There is text where a number belongs");
    static final SyntaxFault LONG = new SyntaxFault("39", "This is longer than it may be");
    static final SyntaxFault SHORT = new SyntaxFault("40", "This is shorter than it may be");
    static final SyntaxFault LIMIT = new SyntaxFault("LIMIT", "This is over the limit");

    private static final Map<EDIStreamValidationError, SyntaxFault> OF = Map.ofEntries(
            Map.entry(EDIStreamValidationError.UNRECOGNIZED_SEGMENT_ID, MISPLACED),
            Map.entry(EDIStreamValidationError.UNEXPECTED_SEGMENT, MISPLACED),
            Map.entry(EDIStreamValidationError.SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET, MISPLACED),
            Map.entry(EDIStreamValidationError.SEGMENT_NOT_IN_PROPER_SEQUENCE, MISPLACED),
            Map.entry(EDIStreamValidationError.MANDATORY_SEGMENT_MISSING, MISSING),
            Map.entry(EDIStreamValidationError.LOOP_OCCURS_OVER_MAXIMUM_TIMES, GROUPS),
            Map.entry(EDIStreamValidationError.SEGMENT_EXCEEDS_MAXIMUM_USE, SEGMENTS),
            Map.entry(EDIStreamValidationError.REQUIRED_DATA_ELEMENT_MISSING, MISSING),
            Map.entry(EDIStreamValidationError.CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING, MISSING),
            Map.entry(EDIStreamValidationError.TOO_MANY_DATA_ELEMENTS, TOO_MANY),
            Map.entry(EDIStreamValidationError.TOO_MANY_COMPONENTS, TOO_MANY),
            Map.entry(EDIStreamValidationError.TOO_MANY_REPETITIONS, SEGMENTS),
            Map.entry(EDIStreamValidationError.DATA_ELEMENT_TOO_LONG, LONG),
            Map.entry(EDIStreamValidationError.DATA_ELEMENT_TOO_SHORT, SHORT),
            Map.entry(EDIStreamValidationError.INVALID_CHARACTER_DATA, TYPE),
            Map.entry(EDIStreamValidationError.INVALID_CODE_VALUE, INVALID));

    static SyntaxFault of(EDIStreamValidationError error) {
        return OF.getOrDefault(error, UNSPECIFIED);
    }

    String rule() {
        return "EDIFACT-" + code;
    }
}
