package org.easymodel.contract.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import org.easymodel.eclipselink.SchemaScan;
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
    void scan_ofShop_isTheGoldenText() throws IOException {
        assertThat(SchemaScan.scan("shop", Map.of())).isEqualTo(golden("shop-schema.json"));
    }

    @Test
    void mermaid_ofShop_isTheGoldenText() throws IOException {
        SchemaModel shop = SchemaScan.schema("shop", Map.of());

        assertThat(ModelDiagram.of(shop).withTitle("Shop").mermaid()).isEqualTo(golden("shop-schema.mmd"));
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
    void scan_underAnyLocaleAndTimeZone_hasTheSameBytes(String language, String zone) throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone timeZone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(SchemaScan.scan("shop", Map.of())).isEqualTo(golden("shop-schema.json"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(timeZone);
        }
    }

    @Test
    void scan_inSeveralThreads_isTheSame() throws InterruptedException, ExecutionException, IOException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> scans = Collections.nCopies(8, () -> SchemaScan.scan("shop", Map.of()));
            for (Future<String> scan : threads.invokeAll(scans)) {
                assertThat(scan.get()).isEqualTo(golden("shop-schema.json"));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void scan_ofClassesInAnotherOrder_hasTheSameBytes() throws IOException {
        List<Class<?>> reversed = new ArrayList<>(SHOP);
        Collections.reverse(reversed);

        assertThat(scan(UnitXml.of("shop", reversed))).isEqualTo(golden("shop-schema.json"));
    }

    @Test
    void scan_ofTheOnlyUnit_needsNoName() throws IOException {
        UnitPath path = UnitPath.of(directory, UnitXml.of("shop", SHOP));

        assertThat(path.call(() -> SchemaScan.scan("", Map.of()))).isEqualTo(golden("shop-schema.json"));
    }

    @Test
    void scan_ofAJtaUnit_needsNoDataSource() throws IOException {
        assertThat(scan(UnitXml.of("shop", SHOP)
                        .jta("java:/jdbc/Shop")
                        .with("eclipselink.target-server", "JBoss")
                        .with("jakarta.persistence.schema-generation.database.action", "drop-and-create")))
                .isEqualTo(golden("shop-schema.json"));
    }

    @Test
    void scan_ofAUnitWithDatabase_needsNeitherDriverNorConnection() throws IOException {
        assertThat(scan(UnitXml.of("shop", SHOP)
                        .with("jakarta.persistence.jdbc.driver", "com.example.NoDriver")
                        .with("jakarta.persistence.jdbc.url", "jdbc:nowhere://192.0.2.1/shop")
                        .with("eclipselink.target-database", "Derby")
                        .with("eclipselink.ddl-generation", "drop-and-create-tables")
                        .with("eclipselink.weaving", "static")))
                .isEqualTo(golden("shop-schema.json"));
    }

    @Test
    void scan_withFurtherProperties_overridesTheFile() throws IOException {
        UnitPath path = UnitPath.of(directory, UnitXml.of("shop", SHOP).without("eclipselink.session.customizer"));

        assertThat(path.call(() -> SchemaScan.scan(
                        "shop", Map.of("eclipselink.session.customizer", EasyModelCustomizer.class.getName()))))
                .isEqualTo(golden("shop-schema.json"));
    }

    private String scan(UnitXml unit) {
        return UnitPath.of(directory, unit).call(() -> SchemaScan.scan("shop", Map.of()));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ShopSchemaTest.class.getResourceAsStream("/golden/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
