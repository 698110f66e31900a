package org.easymodel.example.run;

import java.math.BigDecimal;

/**
 * What a category is worth.
 *
 * @param category its name
 * @param products how many products it has
 * @param worth what their stock is worth
 * @param average their average price
 */
public record CategoryStatistics(String category, long products, BigDecimal worth, double average) {}
