package org.easymodel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Problem;
import org.easymodel.relate.EntityDescription;
import org.easymodel.schema.TableName;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class ValidatorRulesTest {

    /** With a rule for one value, one for what is missing, and one for the whole. */
    static class Stay {

        @Min(1)
        Integer nights;

        @NotNull
        @Size(max = 3)
        String room;

        @AssertTrue
        boolean isCoherent() {
            return nights == null || nights < 100;
        }
    }

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private final ValidatorRules rules = new ValidatorRules(VALIDATOR, null);
    private final Node node = new Node(
            "stays[0]",
            new EntityDescription(
                    "Stay",
                    Stay.class,
                    TableName.of("STAY"),
                    Optional.empty(),
                    List.of(),
                    Set.of(),
                    List.of(),
                    true,
                    List.of(),
                    List.of(),
                    false,
                    false),
            Node.Kind.MAP);

    @Test
    void check_givenValues_areToldWithTheirPaths() {
        node.values.put("nights", 0);
        node.values.put("room", "4711");
        List<Problem> problems = new ArrayList<>();

        rules.check("Guest.insertMap", node, problems);

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "EM-1339 Guest.insertMap: 'stays[0].nights' does not meet @Min: must be greater than or equal to 1."
                                + " Give another value.",
                        "EM-1339 Guest.insertMap: 'stays[0].room' does not meet @Size: size must be between 0 and 3."
                                + " Give another value.");
    }

    @Test
    void checkRow_theWhole_isRefused_butNotWhatIsMissing() {
        Stay stay = new Stay();
        rules.checkRow("Guest.insertMap", node, stay);
        stay.nights = 0;
        assertThatThrownBy(() -> rules.checkRow("Guest.insertMap", node, stay))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("EM-1339 Guest.insertMap: 'stays[0].nights' does not meet @Min");
    }

    @Test
    void of_aProviderThatDoesNotStart_knowsNoRules_andIsToldWithTheRemedy() {
        List<LogRecord> told = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                told.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("org.easymodel");
        logger.addHandler(handler);
        try {
            assertThat(ValidatorRules.of("shop", null, null)).isSameAs(BeanRules.NONE);
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(told).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARNING);
            assertThat(line.getMessage())
                    .startsWith("EM-2265 shop: Bean Validation")
                    .contains("expressly");
            assertThat(line.getThrown()).isNotNull();
        });
    }
}
