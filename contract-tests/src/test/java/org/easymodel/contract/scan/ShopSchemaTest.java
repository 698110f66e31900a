package org.easymodel.contract.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.contract.units.Golden.assertGolden;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.diagram.ModelDiagram;
import org.easymodel.eclipselink.EasyModelCustomizer;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.example.shop.Category;
import org.easymodel.example.shop.Order;
import org.easymodel.example.shop.OrderItem;
import org.easymodel.example.shop.Product;
import org.easymodel.example.shop.ProductTag;
import org.easymodel.example.shop.Profile;
import org.easymodel.example.shop.Review;
import org.easymodel.example.shop.Tag;
import org.easymodel.example.shop.User;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Timestamped;
import org.easymodel.model.UtcInstantConverter;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopSchemaTest {

    private static final List<Class<?>> SHOP = List.of(
            EasyModel.class,
            Timestamped.class,
            UtcInstantConverter.class,
            Category.class,
            Order.class,
            OrderItem.class,
            Product.class,
            ProductTag.class,
            Profile.class,
            Review.class,
            Tag.class,
            User.class);

    @TempDir
    private Path directory;

    @Test
    void scan_ofShop_isTheGoldenText() {
        assertGolden("shop-schema.json", SchemaScan.scan("shop", Map.of()));
    }

    @Test
    void diagrams_ofShop_areTheGoldenTexts() {
        ModelDiagram shop = ModelDiagram.of(SchemaScan.schema("shop", Map.of())).withTitle("Shop");

        assertGolden("shop-schema.mmd", shop.mermaid());
        assertGolden("shop-schema.puml", shop.plantUml());
        assertGolden("shop-schema.dbml", shop.dbml());
    }

    @Test
    void scan_ofShop_readsBack() {
        String text = SchemaScan.scan("shop", Map.of());

        SchemaModel schema = SchemaModel.parse(text);

        assertThat(schema.text()).isEqualTo(text);
        assertThat(schema).isEqualTo(SchemaScan.schema("shop", Map.of()));
        assertThat(schema.hash()).isEqualTo(SchemaScan.schema("shop", Map.of()).hash());
    }

    @ParameterizedTest
    @CsvSource({"tr-TR, Asia/Kathmandu", "ar-EG, Pacific/Kiritimati", "de-DE, America/New_York"})
    void scan_underAnyLocaleAndTimeZone_hasTheSameBytes(String language, String zone) {
        Locale locale = Locale.getDefault();
        TimeZone timeZone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertGolden("shop-schema.json", SchemaScan.scan("shop", Map.of()));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(timeZone);
        }
    }

    @Test
    void scan_inSeveralThreads_isTheSame() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> scans = Collections.nCopies(8, () -> SchemaScan.scan("shop", Map.of()));
            for (Future<String> scan : threads.invokeAll(scans)) {
                assertGolden("shop-schema.json", scan.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void scan_ofClassesInAnotherOrder_hasTheSameBytes() {
        List<Class<?>> reversed = new ArrayList<>(SHOP);
        Collections.reverse(reversed);

        assertGolden("shop-schema.json", scan(UnitXml.of("shop", reversed)));
    }

    @Test
    void scan_ofTheOnlyUnit_needsNoName() {
        UnitPath path = UnitPath.of(directory, UnitXml.of("shop", SHOP));

        assertGolden("shop-schema.json", path.call(() -> SchemaScan.scan("", Map.of())));
    }

    @Test
    void scan_ofAJtaUnit_needsNoDataSource() {
        assertGolden(
                "shop-schema.json",
                scan(UnitXml.of("shop", SHOP)
                        .jta("java:/jdbc/Shop")
                        .with("eclipselink.target-server", "JBoss")
                        .with("jakarta.persistence.schema-generation.database.action", "drop-and-create")));
    }

    @Test
    void scan_ofAUnitWithDatabase_needsNeitherDriverNorConnection() {
        assertGolden(
                "shop-schema.json",
                scan(UnitXml.of("shop", SHOP)
                        .with("jakarta.persistence.jdbc.driver", "com.example.NoDriver")
                        .with("jakarta.persistence.jdbc.url", "jdbc:nowhere://192.0.2.1/shop")
                        .with("eclipselink.target-database", "Derby")
                        .with("eclipselink.ddl-generation", "drop-and-create-tables")
                        .with("eclipselink.weaving", "static")));
    }

    @Test
    void scan_withFurtherProperties_overridesTheFile() {
        UnitPath path = UnitPath.of(directory, UnitXml.of("shop", SHOP).without("eclipselink.session.customizer"));

        assertGolden(
                "shop-schema.json",
                path.call(() -> SchemaScan.scan(
                        "shop", Map.of("eclipselink.session.customizer", EasyModelCustomizer.class.getName()))));
    }

    private String scan(UnitXml unit) {
        return UnitPath.of(directory, unit).call(() -> SchemaScan.scan("shop", Map.of()));
    }
}
