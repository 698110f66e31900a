package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.failure.InvalidModelException;
import org.easymodel.failure.Problem;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.schema.RelationshipNote;
import org.easymodel.schema.SchemaModel;

/** What is inferred at build time, beside what was inferred at the start of the unit: everything that both say. */
final class BuildTime {

    /** Said at build time only: that a second key renames an inverse. */
    private static final Set<String> FURTHER = Set.of("EM-1129");

    private BuildTime() {}

    /** Scans the unit of the thread's class path, and compares. */
    static void assertSame(String unit, ModelDescription deployed) {
        assertSame(() -> SchemaScan.schema(unit, Map.of()), deployed);
        String explained = SchemaScan.explain(unit, "", Map.of());
        deployed.relationships().forEach(each -> assertThat(explained)
                .contains("\n  " + each.attribute() + ": "
                        + each.cardinality().name().toLowerCase(Locale.ROOT).replace('_', '-') + " "
                        + each.target()));
        Stream.concat(deployed.problems().stream(), deployed.warnings().stream())
                .forEach(problem -> assertThat(explained).contains("\n  " + problem + "\n"));
    }

    /** A model with problems is refused at build time, with all of these. */
    static void assertSame(Supplier<SchemaModel> scan, ModelDescription deployed) {
        if (!deployed.problems().isEmpty()) {
            assertThatExceptionOfType(InvalidModelException.class)
                    .isThrownBy(scan::get)
                    .satisfies(refused ->
                            assertThat(refused.problems()).containsExactlyInAnyOrderElementsOf(deployed.problems()));
            return;
        }
        SchemaModel scanned = scan.get();
        assertThat(scanned.notes().relationships().stream().map(BuildTime::line).sorted())
                .containsExactlyElementsOf(Stream.concat(
                                deployed.relationships().stream(),
                                deployed.polymorphic().stream()
                                        .flatMap(pair -> pair.targets().stream().map(pair::toward)))
                        .map(each -> line(deployed, each))
                        .sorted()
                        .toList());
        List<String> warnings = new ArrayList<>();
        scanned.notes().warnings().stream()
                .filter(warning -> warning.code().startsWith("EM-11") && !FURTHER.contains(warning.code()))
                .map(Problem::toString)
                .forEach(warnings::add);
        assertThat(warnings)
                .containsExactlyInAnyOrderElementsOf(
                        deployed.warnings().stream().map(Problem::toString).toList());
    }

    private static String line(RelationshipNote note) {
        return note.table() + "." + note.attribute() + " " + note.cardinality() + " " + note.target() + " "
                + note.inverse() + " " + note.owner() + " " + note.inferred() + " " + note.because()
                + (note.owner() && note.inferred()
                        ? note.columns().stream().map(Object::toString).collect(Collectors.joining(" ", " by ", ""))
                        : "");
    }

    private static String line(ModelDescription model, RelationshipDescription each) {
        EntityDescription holder = model.entity(each.entity()).orElseThrow();
        EntityDescription target = model.entity(each.target()).orElseThrow();
        return holder.table() + "." + each.attribute() + " " + each.cardinality() + " " + target.table() + " "
                + each.inverse() + " " + each.owner() + " " + each.inferred() + " " + each.because()
                + (each.owner() && each.inferred()
                        ? each.key().parts().stream()
                                .map(part -> holder.attribute(part.attribute())
                                        .orElseThrow()
                                        .column()
                                        .toString())
                                .collect(Collectors.joining(" ", " by ", ""))
                        : "");
    }
}
