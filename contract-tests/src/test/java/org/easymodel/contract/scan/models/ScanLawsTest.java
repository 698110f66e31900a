package org.easymodel.contract.scan.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.easymodel.contract.repository.Database;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the scan of every model. */
class ScanLawsTest {

    static Stream<Named<ScanModel>> models() {
        return ScanModels.on(Database.H2);
    }

    @ParameterizedTest
    @MethodSource("models")
    void scan_underAnyLocaleZoneAndOrderOfClasses_hasTheSameBytes(ScanModel model) {
        String text = ScannedModel.of(model).text();

        assertThat(scan(model, "tr-TR", "Asia/Kathmandu", 1)).isEqualTo(text);
        assertThat(scan(model, "hi-IN-u-nu-deva", "Pacific/Kiritimati", 2)).isEqualTo(text);
        assertThat(scan(model, "de-DE", "America/New_York", 3)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("models")
    void text_readsBack_andDiffersInNothingFromItself(ScanModel model) {
        String text = ScannedModel.of(model).text();

        SchemaModel schema = SchemaModel.parse(text);

        assertThat(schema.text()).isEqualTo(text);
        assertThat(SchemaDiff.between(schema, SchemaModel.parse(text), RevisionOptions.none())
                        .isEmpty())
                .isTrue();
    }

    private static String scan(ScanModel model, String language, String zone, long seed) {
        Locale locale = Locale.getDefault();
        TimeZone timeZone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            return ModelUnit.shuffled(model, new Random(seed)).scan();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(timeZone);
        }
    }
}
