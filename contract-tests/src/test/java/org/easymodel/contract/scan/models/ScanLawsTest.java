package org.easymodel.contract.scan.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.contract.units.Golden.assertGolden;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.scan.models.columns.offsets.OffsetsModel;
import org.easymodel.contract.scan.models.columns.times.TimesModel;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
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

    /** Named one by one, and never silently made a date or time. */
    @Test
    void warnings_ofTimes_nameEachThatIsSerializedOrMoved() {
        assertThat(warnings(new TimesModel()))
                .containsExactly(
                        "EM-1012 Moments.duration",
                        "EM-1012 Moments.instant",
                        "EM-1012 Moments.monthDay",
                        "EM-1012 Moments.period",
                        "EM-1012 Moments.someYear",
                        "EM-1012 Moments.yearMonth",
                        "EM-1012 Moments.zoned");
        assertThat(warnings(new OffsetsModel())).containsExactly("EM-1016 Departure.leaves", "EM-1016 Stop.arrives");
    }

    @Test
    void warnings_ofAllModels_areTheGoldenLines() {
        assertGolden(
                "model-warnings.txt",
                models().map(Named::getPayload)
                        .flatMap(
                                model -> warnings(model).stream().map(warning -> model.name() + " | " + warning + "\n"))
                        .collect(Collectors.joining()));
    }

    private static List<String> warnings(ScanModel model) {
        return ScannedModel.of(model).schema().notes().warnings().stream()
                .map(warning -> warning.code() + " " + warning.place())
                .toList();
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
