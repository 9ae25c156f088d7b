package org.customsgateway.mapping.enrich;

/**
 * A fault in the quality of a declaration's data.
 *
 * @param rule of {@code quality.csv}
 * @param path of the position in the declaration: {@code Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/Description}
 * @param goods number of the goods item by its place, 0 where it is about the whole
 * @param wcoId of the position
 * @param value found there, or empty
 * @param text for the partner, in its language
 * @param remark for customs, in English
 * @param origin file and line of the rule
 */
public record Finding(
        String rule,
        QualityTest test,
        Grade grade,
        String path,
        int goods,
        String wcoId,
        String value,
        String text,
        String remark,
        String origin) {

    /** Without the value. */
    public Finding unsaid() {
        return new Finding(rule, test, grade, path, goods, wcoId, "", text, remark, origin);
    }
}
