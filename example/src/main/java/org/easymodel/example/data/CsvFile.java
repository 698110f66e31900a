package org.easymodel.example.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A CSV file with a header row, as described by RFC 4180, in UTF-8.
 *
 * <p>The text is loaded once and parsed anew by every call of {@link #rows()}, so that nothing has to be closed.
 */
public final class CsvFile {

    private final String name;
    private final String content;

    private CsvFile(String name, String content) {
        this.name = Objects.requireNonNull(name, "name");
        this.content = Objects.requireNonNull(content, "content");
    }

    /**
     * Loads a file from the resources of this module.
     *
     * @param path the path of the resource from the root of the class path, for example {@code shop-data/users.csv}
     * @return the file
     * @throws IllegalArgumentException if there is no such resource or if it is not encoded in UTF-8
     */
    public static CsvFile resource(String path) {
        try (InputStream stream = CsvFile.class.getResourceAsStream("/" + path)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no resource '" + path + "'");
            }
            return new CsvFile(path, decoded(path, stream.readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the resource '" + path + "'", failure);
        }
    }

    static CsvFile of(String name, String content) {
        return new CsvFile(name, content);
    }

    static String decoded(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException failure) {
            throw new IllegalArgumentException(name + " is not encoded in UTF-8", failure);
        }
    }

    /**
     * Returns the name of the file, as it appears in error messages.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the names of the columns, from left to right.
     *
     * @return the header row
     * @throws IllegalArgumentException if the header row is missing or malformed
     */
    public List<String> columns() {
        return new CsvReader(name, content).columns();
    }

    /**
     * Streams the rows below the header in the order of the file; they are parsed as the stream advances.
     *
     * @return a sequential stream, which throws {@link IllegalArgumentException} with file and line at a malformed row
     * @throws IllegalArgumentException if the header row is missing or malformed
     */
    public Stream<CsvRow> rows() {
        CsvReader reader = new CsvReader(name, content);
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(reader, characteristics), false);
    }

    /**
     * Counts the rows below the header, for example for a progress bar.
     *
     * @return the number of rows that {@link #rows()} streams
     * @throws IllegalArgumentException if the file is malformed
     */
    public int size() {
        return Math.toIntExact(rows().count());
    }

    @Override
    public String toString() {
        return name;
    }
}
