package org.easymodel.example.run;

import java.math.BigDecimal;

/**
 * What a category is worth.
 *
 * @param categoryName its name
 * @param products how many products it has
 * @param worth what their stock is worth
 * @param average their average price
 */
public record CategoryStatistics(String categoryName, long products, BigDecimal worth, double average) {}
