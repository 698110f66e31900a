package org.easymodel.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

    private static final Problem FIRST = new Problem("EM-1204", "Book.select", "there is none.", "Name another.");
    private static final Problem SECOND = new Problem("EM-1205", "Book.title", "it is too long.", "");

    @Test
    void toString_isCodePlaceFactRemedy() {
        assertThat(FIRST).hasToString("EM-1204 Book.select: there is none. Name another.");
        assertThat(SECOND).hasToString("EM-1205 Book.title: it is too long.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1204", "EM-204", "EM-12045", "em-1204", "EM-12a4"})
    void problem_withAnotherCode_isRefused(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Problem(code, "Book", "there is none.", ""))
                .withMessage("A problem's code has the form EM-nnnn, was " + code);
    }

    @Test
    void problem_withoutAFact_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Problem("EM-1204", "Book", " ", "Do something."))
                .withMessage("A problem states a fact: EM-1204");
        assertThatNullPointerException().isThrownBy(() -> new Problem("EM-1204", null, "there is none.", ""));
    }

    static Stream<EasyModelException> failures() {
        return Stream.of(
                new ConcurrentChangeException(FIRST, ConcurrentChangeException.Kind.VERSION, null),
                new ConfigurationException(FIRST),
                new DatabaseException(FIRST),
                new InvalidModelException(FIRST),
                new InvalidRequestException(FIRST),
                new MigrationException(FIRST),
                new RejectedException(FIRST),
                new RelationshipNotLoadedException(FIRST),
                new RowCountException(FIRST),
                new RowNotFoundException(FIRST),
                new ConstraintViolatedException(
                        FIRST, ConstraintViolatedException.Kind.UNIQUE, "Book", List.of("isbn"), "UK_BOOK_ISBN", null));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failure_ofAProblem_hasItsTextAndCode(EasyModelException failure) {
        assertThat(failure).hasMessage(FIRST.toString()).hasNoCause();
        assertThat(failure.code()).isEqualTo("EM-1204");
        assertThat(failure.problems()).containsExactly(FIRST);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failure_overTheWire_keepsItsMessageAndCode(EasyModelException failure)
            throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            EasyModelException copy = (EasyModelException) in.readObject();
            assertThat(copy).hasSameClassAs(failure).hasMessage(failure.getMessage());
            assertThat(copy.code()).isEqualTo("EM-1204");
            assertThat(copy.problems()).isEmpty();
        }
    }

    @Test
    void failure_ofSeveralProblems_hasOneLineEach() {
        Throwable cause = new IllegalStateException("why");

        InvalidModelException failure = new InvalidModelException(List.of(FIRST, SECOND), cause);

        assertThat(failure).hasMessage(FIRST + "\n" + SECOND).hasCause(cause);
        assertThat(failure.code()).isEqualTo("EM-1204");
        assertThat(failure.problems()).containsExactly(FIRST, SECOND);
    }

    @Test
    void failure_ofNoProblem_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvalidModelException(List.of(), null))
                .withMessage("A failure has at least one problem");
    }

    @Test
    void constraintViolated_tellsWhatItKnows() {
        ConstraintViolatedException failure = new ConstraintViolatedException(
                FIRST, ConstraintViolatedException.Kind.CHECK, "Book", List.of("price"), "CK_PRICE", null);

        assertThat(failure.kind()).isEqualTo(ConstraintViolatedException.Kind.CHECK);
        assertThat(failure.entity()).isEqualTo("Book");
        assertThat(failure.attributes()).containsExactly("price");
        assertThat(failure.constraint()).isEqualTo("CK_PRICE");
    }
}
