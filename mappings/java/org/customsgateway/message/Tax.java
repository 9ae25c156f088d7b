package org.customsgateway.message;

import java.math.BigDecimal;

/**
 * One duty or tax that revenue assessed.
 *
 * @param type code of the duty or tax as revenue names it (WCO 113)
 * @param goodsItem sequence number of the goods item (WCO 006), 0 for the whole item
 * @param base value it is computed from (WCO 116), or null
 * @param rate percent (WCO 115), or null
 * @param amount assessed (WCO 120)
 * @param currency ISO 4217
 */
public record Tax(String type, int goodsItem, BigDecimal base, BigDecimal rate, BigDecimal amount, String currency) {}
