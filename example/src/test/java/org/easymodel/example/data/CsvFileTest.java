package org.easymodel.example.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class CsvFileTest {

    @Test
    void readsPlainFields() {
        assertThat(read("a,b\n1,2\n3,4\n")).containsExactly("1|2", "3|4");
    }

    @Test
    void keepsSpacesAndEmptyFields() {
        assertThat(read("a,b\n 1 ,\n,\n")).containsExactly(" 1 |", "|");
    }

    @Test
    void readsQuotedFields() {
        assertThat(read("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n\"\",\"\"\"\"\n")).containsExactly("x, y|say \"hi\"", "|\"");
    }

    @Test
    void keepsLineEndsWithinQuotes() {
        assertThat(read("a,b\n\"1\n2\",\"3\r\n4\"\n5,6\n")).containsExactly("1\n2|3\r\n4", "5|6");
    }

    @Test
    void acceptsCarriageReturnsAndAMissingLastLineEnd() {
        assertThat(read("a,b\r\n1,2\r\n3,\"4\"")).containsExactly("1|2", "3|4");
        assertThat(read("a,b\n1,")).containsExactly("1|");
    }

    @Test
    void readsAFileWithoutRows() {
        assertThat(read("a,b\n")).isEmpty();
        assertThat(CsvFile.of("few.csv", "a,b").size()).isZero();
    }

    @Test
    void knowsColumnsAndSizeAndLines() {
        CsvFile file = CsvFile.of("few.csv", "a,b\n\"1\n1\",2\n3,4\n");

        assertThat(file.columns()).containsExactly("a", "b");
        assertThat(file.size()).isEqualTo(2);
        assertThat(file.rows()).extracting(CsvRow::line).containsExactly(2, 4);
        assertThat(file.name()).isEqualTo("few.csv").isEqualTo(file.toString());
    }

    @Test
    void canBeReadAgain() {
        CsvFile file = CsvFile.of("few.csv", "a\n1\n");

        assertThat(file.rows()).hasSize(1);
        assertThat(file.rows()).hasSize(1);
    }

    @Test
    void streamsUntilTheMalformedRow() {
        CsvFile file = CsvFile.of("few.csv", "a,b\n1,2\n3\n");

        assertThat(file.rows().findFirst()).map(row -> row.text("b")).contains("2");
        assertThatIllegalArgumentException().isThrownBy(file::size);
    }

    @Test
    void endsWithoutMoreRows() {
        Iterator<CsvRow> rows = CsvFile.of("few.csv", "a\n").rows().iterator();

        Assertions.assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(rows::next);
        Assertions.assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(new CsvReader("few.csv", "a\n")::next);
    }

    @Test
    void rejectsAWrongNumberOfFields() {
        rejects("a,b\n1,2\n3\n", "few.csv, line 3: expected 2 fields but found 1");
        rejects("a,b\n\"1\n1\",2\n3,4,5\n", "few.csv, line 4: expected 2 fields but found 3");
    }

    @Test
    void rejectsEmptyLines() {
        rejects("a\n1\n\n2\n", "few.csv, line 3: the line is empty");
        rejects("a\r\n1\r\n\r\n", "few.csv, line 3: the line is empty");
    }

    @Test
    void rejectsMisplacedQuotes() {
        rejects("a\n1\"2\n", "few.csv, line 2: a field that is not quoted contains a quote");
        rejects("a\n\"1\"2\n", "few.csv, line 2: a quoted field is followed by more text");
        rejects("a\n\"1\" \n", "few.csv, line 2: a quoted field is followed by more text");
        rejects("a\n1\n\"2\n3\n4\n", "few.csv, line 3: a quoted field is not closed");
        rejects("a\n\"", "few.csv, line 2: a quoted field is not closed");
    }

    @Test
    void rejectsACarriageReturnAlone() {
        rejects("a\n1\r2\n", "few.csv, line 2: a carriage return is not followed by a line feed");
        rejects("a\n1\r", "few.csv, line 2: a carriage return is not followed by a line feed");
        rejects("a\n\"1\"\r", "few.csv, line 2: a quoted field is followed by more text");
    }

    @Test
    void rejectsAMalformedHeader() {
        rejects("", "few.csv, line 1: the header row is missing");
        rejects("a,\n", "few.csv, line 1: a column has no name");
        rejects("a,b,a\n", "few.csv, line 1: the column 'a' appears twice");
    }

    @Test
    void rejectsAMissingResource() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvFile.resource("shop-data/missing.csv"))
                .withMessage("There is no resource 'shop-data/missing.csv'");
    }

    @Test
    void rejectsAnotherEncoding() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvFile.decoded("latin.csv", new byte[] {'a', '\n', (byte) 0xE4, '\n'}))
                .withMessage("latin.csv is not encoded in UTF-8");
    }

    private static List<String> read(String content) {
        return CsvFile.of("few.csv", content)
                .rows()
                .map(row ->
                        row.optional("a").orElse("") + "|" + row.optional("b").orElse(""))
                .toList();
    }

    private static void rejects(String content, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvFile.of("few.csv", content).size())
                .withMessage(message);
    }
}
