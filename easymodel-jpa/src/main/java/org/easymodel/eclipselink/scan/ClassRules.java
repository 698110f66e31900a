package org.easymodel.eclipselink.scan;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.easymodel.eclipselink.Lists;
import org.easymodel.eclipselink.Members;
import org.easymodel.eclipselink.SqlNames;
import org.easymodel.model.Comment;
import org.easymodel.model.FunctionalIndex;
import org.easymodel.model.NaturalKey;
import org.easymodel.model.PartialIndex;
import org.easymodel.schema.ConstraintNames;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.TableName;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;

/** What an entity class says of its tables: keys and indexes of its mapping, checks and comments, our own annotations. */
final class ClassRules {

    private final ClassDescriptor descriptor;
    private final Drafts drafts;
    private final TableName own;

    ClassRules(ClassDescriptor descriptor, TableName own, Drafts drafts) {
        this.descriptor = descriptor;
        this.own = own;
        this.drafts = drafts;
    }

    void add() {
        for (DatabaseTable table : Lists.tables(descriptor)) {
            TableKeys.add(drafts.table(SqlNames.table(table)), table);
        }
        new Options(drafts::warn).warn(descriptor);
        TableDraft table = drafts.table(own);
        Class<?> type = descriptor.getJavaClass();
        for (Annotation annotation : type.getAnnotations()) {
            add(table, annotation);
        }
        addNaturalKey(table);
    }

    private void add(TableDraft table, Annotation annotation) {
        String source = "@" + annotation.annotationType().getSimpleName() + " of " + descriptor.getAlias();
        if (annotation instanceof Comment comment && !comment.value().isBlank()) {
            table.setComment(comment.value());
        }
        ColumnRules.ours(annotation)
                .forEach(check -> table.addCheck(ColumnRules.check(table.name(), check.name(), check.value()), source));
        partial(annotation).forEach(index -> addPartial(table, index, source));
        functional(annotation).forEach(index -> addFunctional(table, index, source));
    }

    private static Stream<PartialIndex> partial(Annotation annotation) {
        if (annotation instanceof PartialIndex single) {
            return Stream.of(single);
        }
        return annotation instanceof PartialIndex.List several ? Stream.of(several.value()) : Stream.empty();
    }

    private static Stream<FunctionalIndex> functional(Annotation annotation) {
        if (annotation instanceof FunctionalIndex single) {
            return Stream.of(single);
        }
        return annotation instanceof FunctionalIndex.List several ? Stream.of(several.value()) : Stream.empty();
    }

    private void addPartial(TableDraft table, PartialIndex index, String source) {
        List<Identifier> columns = new ArrayList<>();
        for (String attribute : index.attributes()) {
            Optional<List<Identifier>> found = columnsOf(attribute);
            if (found.isEmpty()) {
                drafts.warn(Problems.noAttribute(descriptor.getAlias(), attribute, "@PartialIndex"));
                return;
            }
            columns.addAll(found.get());
        }
        if (!columns.isEmpty()) {
            Identifier name = SqlNames.nameOr(index.name(), ConstraintNames.index(table.name(), columns));
            table.addIndex(
                    new Index(
                            name,
                            columns.stream().map(IndexPart::of).toList(),
                            index.unique(),
                            Optional.of(index.where()),
                            Optional.empty()),
                    source);
        }
    }

    private void addFunctional(TableDraft table, FunctionalIndex index, String source) {
        IndexPart plain = IndexPart.ofExpression(index.expression());
        IndexPart part = index.operatorClass().isBlank() ? plain : plain.withOperatorClass(index.operatorClass());
        Optional<String> method = Optional.of(index.using()).filter(text -> !text.isBlank());
        Identifier name = SqlNames.nameOr(index.name(), ConstraintNames.index(table.name(), index.expression()));
        table.addIndex(new Index(name, List.of(part), index.unique(), Optional.empty(), method), source);
    }

    /** The attributes that are marked, together, in the order of their names. */
    private void addNaturalKey(TableDraft table) {
        Map<String, List<Identifier>> marked = new TreeMap<>();
        for (MappedAttribute attribute : MappedAttribute.of(descriptor)) {
            boolean natural = attribute
                    .members()
                    .flatMap((Members members) -> members.annotation(NaturalKey.class))
                    .isPresent();
            if (natural) {
                columnsOf(attribute).ifPresent(columns -> marked.put(attribute.path(), columns));
            }
        }
        List<Identifier> columns =
                marked.values().stream().flatMap(List::stream).distinct().toList();
        if (!columns.isEmpty()) {
            table.implyUniqueKey(columns, "@NaturalKey of " + descriptor.getAlias());
        }
    }

    private Optional<List<Identifier>> columnsOf(String path) {
        return MappedAttribute.of(descriptor).stream()
                .filter(attribute -> attribute.path().equals(path))
                .findFirst()
                .flatMap(ClassRules::columnsOf);
    }

    private static Optional<List<Identifier>> columnsOf(MappedAttribute attribute) {
        if (attribute.mapping().getField() != null) {
            return Optional.of(List.of(SqlNames.column(attribute.mapping().getField())));
        }
        if (attribute.mapping().isOneToOneMapping()) {
            List<DatabaseField> keys = Lists.columns(attribute.mapping(), "getForeignKeyFields");
            return keys.isEmpty() ? Optional.empty() : Optional.of(SqlNames.columns(keys));
        }
        return Optional.empty();
    }
}
