package org.easymodel.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final String DEPTH = "include-depth";

    @ParameterizedTest
    @CsvSource({
        "1, 2, 3, 4, 5, 6, 1",
        " , 2, 3, 4, 5, 6, 2",
        " ,  , 3, 4, 5, 6, 3",
        " ,  ,  , 4, 5, 6, 4",
        " ,  ,  ,  , 5, 6, 5",
        " ,  ,  ,  ,  , 6, 6",
        " ,  ,  ,  ,  ,  , ",
    })
    void text_fromSeveralSources_isTheStrongest(
            String environmentOfUnit,
            String environmentOfAll,
            String systemOfUnit,
            String systemOfAll,
            String propertyOfUnit,
            String propertyOfAll,
            String expected) {
        Settings settings = new Settings(
                "shop",
                present("easymodel.shop.include-depth", propertyOfUnit, "easymodel.include-depth", propertyOfAll),
                present("easymodel.shop.include-depth", systemOfUnit, "easymodel.include-depth", systemOfAll)::get,
                present("EASYMODEL_SHOP_INCLUDE_DEPTH", environmentOfUnit, "EASYMODEL_INCLUDE_DEPTH", environmentOfAll)
                        ::get);

        assertThat(settings.text(DEPTH)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void text_ofAnotherUnit_isNotSeen() {
        Settings settings = new Settings("shop", Map.of("easymodel.blog.include-depth", "2"), none(), none());

        assertThat(settings.text(DEPTH)).isEmpty();
    }

    @Test
    void text_ofUnitWithOddName_isReadFromTheEnvironment() {
        Settings settings =
                new Settings("my-shop.2", Map.of(), none(), Map.of("EASYMODEL_MY_SHOP_2_SQL_LOG", "true")::get);

        assertThat(settings.text("sql.log")).contains("true");
    }

    @Test
    void text_underTurkishLocale_isReadFromTheEnvironment() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            Settings settings = new Settings("shop", Map.of(), none(), Map.of("EASYMODEL_INCLUDE_DEPTH", "3")::get);
            assertThat(settings.text(DEPTH)).contains("3");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void text_emptyValue_isAValue() {
        Settings settings = new Settings(
                "shop", Map.of("easymodel.shop.migrate", "", "easymodel.migrate", "upgrade"), none(), none());

        assertThat(settings.text("migrate")).contains("");
    }

    @Test
    void of_unit_readsItsPropertiesInThisProcess() {
        Settings settings = Settings.of("settings-test", Map.of("easymodel.settings-test.include-depth", "2"));

        assertThat(settings.text(DEPTH)).contains("2");
        assertThat(settings.text("nothing-of-that-name")).isEmpty();
    }

    private static Function<String, String> none() {
        return name -> null;
    }

    private static Map<String, String> present(String ofUnit, String unitValue, String ofAll, String allValue) {
        Map<String, String> values = new HashMap<>();
        if (unitValue != null) {
            values.put(ofUnit, unitValue);
        }
        if (allValue != null) {
            values.put(ofAll, allValue);
        }
        return values;
    }
}
