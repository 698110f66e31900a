package org.easymodel.contract.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.stream.Stream;
import org.easymodel.failure.EasyModelException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The borders of the packages and the habits that a machine can check, on the built classes of all released modules. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/example/") && !location.contains("/contract-tests/"))
            .importPackages("org.easymodel");

    private static final String[] EVERYWHERE = {"java..", "org.easymodel.failure", "org.jspecify.annotations"};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.easymodel           | org.easymodel,org.easymodel.model,org.easymodel.observe,org.easymodel.query,org.easymodel.schema,org.easymodel.spi,jakarta.persistence..,jakarta.data..,jakarta.json..,javax.sql..",
                "org.easymodel.failure   | org.easymodel.failure",
                "org.easymodel.observe   | org.easymodel.observe",
                "org.easymodel.engine.operations | org.easymodel.engine.operations,org.easymodel.observe,jdk.jfr..,io.micrometer.core.instrument..",
                "org.easymodel.model     | org.easymodel.model,jakarta.persistence..",
                "org.easymodel.constraints | org.easymodel.constraints",
                "org.easymodel.query     | org.easymodel.query,jakarta.data..,jakarta.persistence..",
                "org.easymodel.schema    | org.easymodel.schema",
                "org.easymodel.relate    | org.easymodel.relate,org.easymodel.model,org.easymodel.schema,org.atteo..",
                "org.easymodel.diagram   | org.easymodel.diagram,org.easymodel.schema",
                "org.easymodel.spi       | org.easymodel.spi,org.easymodel.observe,org.easymodel.schema,org.easymodel.relate,jakarta.persistence..,javax.sql..,javax.xml.stream..",
                "org.easymodel.engine.concurrent | org.easymodel.engine.concurrent",
                "org.easymodel.engine    | org.easymodel,org.easymodel.engine.concurrent,org.easymodel.engine.operations,org.easymodel.constraints,org.easymodel.engine,org.easymodel.query,org.easymodel.spi,org.easymodel.relate,org.easymodel.schema,org.easymodel.model,jakarta.persistence..,jakarta.data..,jakarta.json..,jakarta.validation..,javax.crypto..",
                "org.easymodel.eclipselink | org.easymodel.eclipselink,org.easymodel.eclipselink.archive,org.easymodel.eclipselink.naming,org.easymodel.eclipselink.startup,org.easymodel.constraints,org.easymodel.relate,org.easymodel.schema,org.easymodel.spi,org.easymodel.model,org.eclipse.persistence..,jakarta.persistence..,javax.sql..",
                "org.easymodel.eclipselink.scan | org.easymodel.eclipselink.scan,org.easymodel.eclipselink,org.easymodel.eclipselink.archive,org.easymodel.constraints,org.easymodel.relate,org.easymodel.schema,org.easymodel.spi,org.easymodel.model,org.eclipse.persistence..,jakarta.persistence..",
                "org.easymodel.eclipselink.archive | org.easymodel.eclipselink.archive,org.eclipse.persistence..,jakarta.persistence..,javax.xml.stream..",
                "org.easymodel.eclipselink.naming | org.easymodel.eclipselink.naming,org.easymodel.eclipselink,org.easymodel.relate,org.easymodel.spi,org.eclipse.persistence..,jakarta.persistence..,javax.xml.stream..",
                "org.easymodel.eclipselink.startup | org.easymodel.eclipselink.startup,org.easymodel.eclipselink,org.easymodel.eclipselink.scan,org.easymodel.schema,org.easymodel.spi,org.eclipse.persistence..,jakarta.persistence..,javax.sql..",
                "org.easymodel.migrate   | org.easymodel.migrate,org.easymodel.schema",
                "org.easymodel.liquibase | org.easymodel.liquibase,org.easymodel.migrate,org.easymodel.schema,org.easymodel.spi,jakarta.persistence..,liquibase..,javax.sql..,org.yaml..",
                "org.easymodel.cdi       | org.easymodel.cdi,org.easymodel,org.easymodel.observe,org.easymodel.spi,jakarta..,javax.naming..",
            })
    void package_importsOnlyItsNeighbours(String owner, String allowed) {
        String[] packages = Stream.concat(Stream.of(EVERYWHERE), Stream.of(allowed.split(",")))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(owner)
                .should()
                .onlyDependOnClassesThat(inPackages(packages))
                .check(HOUSE);
    }

    @Test
    void packages_haveNoCycle() {
        slices().matching("org.easymodel.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void packages_areNullMarked() {
        classes()
                .should(new ArchCondition<>("be in a null-marked package") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        JavaPackage owner = item.getPackage();
                        if (!owner.isAnnotatedWith(NullMarked.class)
                                && !owner.getName().endsWith(".easymodel_maven_plugin")) {
                            events.add(SimpleConditionEvent.violated(item, owner.getName() + " is not null-marked"));
                        }
                    }
                })
                .check(HOUSE);
    }

    @Test
    void library_printsNothing() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(HOUSE);
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(HOUSE);
    }

    @Test
    void failures_areMadeInProblemsOnly() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Problems")
                .and()
                .resideOutsideOfPackage("org.easymodel.failure")
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "the constructor of a failure",
                        (JavaAccess<?> call) -> call.getTargetOwner().isAssignableTo(EasyModelException.class)))
                .check(HOUSE);
    }

    @Test
    void types_haveSpeakingNames() {
        noClasses()
                .that()
                .doNotHaveSimpleName("MigrationManager")
                .and()
                .doNotHaveSimpleName("DefaultValue")
                .should()
                .haveNameMatching(
                        ".*\\.(.*(Impl|Manager|Helper|Util|Utils|Service|Processor|Handler|Info)|Default.*|Abstract.*|Base(?!ClassStorage).*)")
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> inPackages(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages)
                .or(JavaClass.Predicates.equivalentTo(Object.class))
                .or(DescribedPredicate.describe(
                        "are arrays or primitives", type -> type.isPrimitive() || type.isArray()));
    }
}
