package org.customsgateway.mapping.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** Why a parser could not go on, in our words: from here on nothing can be trusted. */
record Unreadable(String rule, String text, int line, int column) {

    static Unreadable of(JsonProcessingException e, JsonParser in) {
        JsonLocation at = e.getLocation() == null && in != null ? in.currentLocation() : e.getLocation();
        int line = at == null ? 0 : Math.max(0, at.getLineNr());
        int column = at == null ? 0 : Math.max(0, at.getColumnNr());
        if (e instanceof StreamConstraintsException) {
            return new Unreadable(
                    "JSON-LIMIT", "A text, a number, a name or the nesting is far over the limit.", line, column);
        } else if (e instanceof JsonEOFException) {
            return new Unreadable(
                    "JSON-SYNTAX", "It breaks off: an object, array or text is not closed.", line, column);
        }
        // the words of the parser without its places, which are counted otherwise, and without what its programmer may
        // do
        String words = Characters.mended(e.getOriginalMessage())
                .replaceAll("(?s)\\s*\\((?:for|start marker).*|: enable `.*", "");
        String shown = words.length() > 200 ? words.substring(0, 200) + "…" : words;
        return new Unreadable("JSON-SYNTAX", "It is not JSON from here on: " + shown + ".", line, column);
    }
}
