/**
 * The sample data of the example shop.
 *
 * <p>{@link org.easymodel.example.data.CsvGenerator} invents the data and writes it as CSV files; the files are part of
 * the source tree under {@code src/main/resources/shop-data}. {@link org.easymodel.example.data.CsvFile} reads them
 * back, row by row.
 */
package org.easymodel.example.data;
