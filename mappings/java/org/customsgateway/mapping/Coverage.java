package org.customsgateway.mapping;

import java.util.List;

/**
 * What a mapping does with its source and its target, read from the template.
 *
 * @param lines one per target element, in the order of the template
 * @param unread source elements that the schema has and neither the template reads nor NOTES.md lists under "Not carried"
 */
public record Coverage(List<Line> lines, List<String> unread) {

    /**
     * One target element.
     *
     * @param target path from the root ({@code Declaration/GoodsShipment/Consignee/Name})
     * @param wcoId from the line's comment, or empty
     * @param sources source paths it is made of ({@code ContentPiece/HS}), relative to the item; {@code /…} from the envelope
     * @param none the reason when it is marked as having no source, or empty
     * @param file where it is written
     */
    public record Line(String target, String wcoId, List<String> sources, String none, String file, int line) {}
}
