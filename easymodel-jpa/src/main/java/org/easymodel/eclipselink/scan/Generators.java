package org.easymodel.eclipselink.scan;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.easymodel.eclipselink.SqlNames;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.GeneratorRow;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.TableName;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.databaseaccess.DatasourcePlatform;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.sequencing.DefaultSequence;
import org.eclipse.persistence.sequencing.NativeSequence;
import org.eclipse.persistence.sequencing.TableSequence;
import org.eclipse.persistence.sequencing.UnaryTableSequence;
import org.eclipse.persistence.sessions.Session;

/** Where the ids of entities come from: sequences, generator tables with their rows, and identity columns. */
final class Generators {

    /** The length of the name column of a generator table, and the digits of its count, as EclipseLink makes them. */
    private static final int NAME_LENGTH = 50;

    private static final int COUNT_DIGITS = 31;

    private final Session session;
    private final Drafts drafts;
    private final Map<String, Sequence> sequences = new TreeMap<>();
    private final Map<String, String> sources = new TreeMap<>();

    Generators(Session session, Drafts drafts) {
        this.session = session;
        this.drafts = drafts;
    }

    /** Where the ids of an entity come from, in words. */
    Optional<String> source(String entity) {
        return Optional.ofNullable(sources.get(entity));
    }

    Map<String, Sequence> sequences() {
        return sequences;
    }

    static boolean isIdentity(Session session, ClassDescriptor descriptor) {
        return generator(session, descriptor)
                .filter(found ->
                        found instanceof NativeSequence sequence && sequence.shouldUseIdentityIfPlatformSupports())
                .isPresent();
    }

    private static Optional<org.eclipse.persistence.sequencing.Sequence> generator(
            Session session, ClassDescriptor descriptor) {
        String name = descriptor.getSequenceNumberName();
        if (name == null) {
            return Optional.empty();
        }
        DatasourcePlatform platform = (DatasourcePlatform) session.getDatasourcePlatform();
        org.eclipse.persistence.sequencing.Sequence generator = platform.getSequence(name);
        if (generator == null || generator instanceof DefaultSequence) {
            return Optional.ofNullable(platform.getDefaultSequence());
        }
        return Optional.of(generator);
    }

    /** Whether the entity draws from the default generator under a name of its own. */
    private boolean isDefault(String name, org.eclipse.persistence.sequencing.Sequence generator) {
        DatasourcePlatform platform = (DatasourcePlatform) session.getDatasourcePlatform();
        return platform.getSequence(name) != generator;
    }

    void add(ClassDescriptor descriptor) {
        generator(session, descriptor).ifPresent(generator -> add(descriptor, generator));
    }

    private void add(ClassDescriptor descriptor, org.eclipse.persistence.sequencing.Sequence generator) {
        String entity = descriptor.getAlias();
        String name = descriptor.getSequenceNumberName();
        if (generator instanceof TableSequence table) {
            String row = isDefault(name, generator) || generator.getName().isEmpty() ? name : generator.getName();
            sources.put(entity, "row '" + row + "' of the generator table " + addTable(row, table));
        } else if (generator instanceof UnaryTableSequence unary) {
            sources.put(entity, "the generator table " + addUnaryTable(name, unary));
        } else if (generator instanceof NativeSequence sequence) {
            sources.put(
                    entity,
                    sequence.shouldUseIdentityIfPlatformSupports()
                            ? "the database, which numbers the rows"
                            : "the sequence "
                                    + addSequence(sequence, sequence.getName().isEmpty() ? name : sequence.getName()));
        } else if (generator.getClass().getSimpleName().equals("UUIDSequence")) {
            sources.put(entity, "random UUIDs");
        } else {
            drafts.warn(Problems.unknownGenerator(entity, name));
        }
    }

    /** The first value that the database gives is the last of the first block. */
    private String addSequence(NativeSequence sequence, String name) {
        TableName qualified = new TableName(SqlNames.schema(sequence.getQualifier()), Identifier.of(name));
        Sequence described = new Sequence(
                qualified.schema(),
                qualified.name(),
                sequence.getInitialValue() + sequence.getPreallocationSize() - 1L,
                sequence.getPreallocationSize());
        sequences.put(described.sql(), described);
        return described.sql();
    }

    private TableName addTable(String name, TableSequence generator) {
        TableDraft table = drafts.table(tableName(generator));
        Identifier nameColumn = Identifier.of(generator.getNameFieldName());
        Identifier countColumn = Identifier.of(generator.getCounterFieldName());
        String source = "generator " + name;
        table.claim(
                nameColumn,
                Claim.of("", source, ColumnType.string(NAME_LENGTH))
                        .withRequired(Optional.of("it is part of the primary key")));
        table.claim(countColumn, Claim.of("", source, ColumnType.decimal(COUNT_DIGITS, 0)));
        table.setPrimaryKey(java.util.List.of(nameColumn), "it tells the generators apart");
        table.addGeneratorRow(new GeneratorRow(name, nameColumn, countColumn, generator.getInitialValue() - 1L));
        TableKeys.add(table, generator.getTable());
        return table.name();
    }

    private static TableName tableName(TableSequence generator) {
        DatabaseTable table = generator.getTable();
        TableName name = SqlNames.table(table);
        return name.schema().isPresent() ? name : new TableName(SqlNames.schema(generator.getQualifier()), name.name());
    }

    private TableName addUnaryTable(String name, UnaryTableSequence generator) {
        TableDraft table = drafts.table(
                new TableName(SqlNames.schema(generator.getQualifier()), Identifier.of(generator.getName())));
        table.claim(
                Identifier.of(generator.getCounterFieldName()),
                Claim.of("", "generator " + name, ColumnType.decimal(COUNT_DIGITS, 0)));
        drafts.warn(Problems.unaryGenerator(name));
        return table.name();
    }
}
