package org.easymodel.contract.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.easymodel.eclipselink.SchemaScan;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.Test;

class ShopScanTest {

    @Test
    void text_ofShop_readsBack() {
        String text = SchemaScan.scan("", Map.of());
        System.out.println(text);
        SchemaModel schema = SchemaModel.parse(text);
        assertThat(schema.text()).isEqualTo(text);
        assertThat(schema.hash()).isEqualTo(SchemaScan.schema("shop", Map.of()).hash());
    }
}
