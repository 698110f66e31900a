package org.easymodel.example.data;

/**
 * A product with what the other generators need to know about it.
 *
 * @param row the product as it is written
 * @param section where its words come from
 * @param noun what people call it
 * @param brand who makes it
 * @param cents its price in cents
 * @param popularity how often it is bought, compared with other articles
 * @param quality from zero for weak to two for great
 */
record Article(ProductRow row, Section section, String noun, String brand, int cents, int popularity, int quality) {

    String sku() {
        return row.sku();
    }
}
