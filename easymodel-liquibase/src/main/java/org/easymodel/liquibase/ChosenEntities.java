package org.easymodel.liquibase;

import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.schema.EntityNote;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/** The part of a model that some of its entities make; the rest is as it was before. */
final class ChosenEntities {

    private ChosenEntities() {}

    /** Sequences and tables that no entity owns, such as those of generators, come with any entity. */
    static SchemaModel part(SchemaModel before, SchemaModel model, Collection<Class<?>> entities) {
        Set<TableName> chosen = tables(model, entities);
        Set<TableName> owned = model.notes().entities().stream()
                .flatMap(note -> Stream.concat(Stream.of(note.table()), note.furtherTables().stream()))
                .collect(Collectors.toSet());
        model.tables().stream()
                .map(Table::name)
                .filter(name -> !owned.contains(name))
                .forEach(chosen::add);
        model.renames().stream()
                .filter(rename -> rename.column().isEmpty() && chosen.contains(rename.table()))
                .map(rename -> new TableName(rename.table().schema(), rename.formerly()))
                .toList()
                .forEach(chosen::add);
        List<Table> tables = new ArrayList<>();
        before.tables().stream().filter(table -> !chosen.contains(table.name())).forEach(tables::add);
        model.tables().stream().filter(table -> chosen.contains(table.name())).forEach(tables::add);
        List<Sequence> sequences = new ArrayList<>(model.sequences());
        before.sequences().stream()
                .filter(sequence -> model.sequence(sequence.sql()).isEmpty())
                .forEach(sequences::add);
        SchemaModel part = new SchemaModel(tables, sequences, model.notes());
        requireTargets(part, chosen);
        return part;
    }

    private static Set<TableName> tables(SchemaModel model, Collection<Class<?>> entities) {
        Set<TableName> tables = new LinkedHashSet<>();
        for (Class<?> entity : entities) {
            String name = name(entity);
            EntityNote note = model.notes().entities().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> CommandProblems.unknownEntity(
                            name,
                            model.notes().entities().stream()
                                    .map(EntityNote::name)
                                    .toList()));
            Stream.concat(Stream.of(note.table()), note.furtherTables().stream())
                    .forEach(tables::add);
        }
        return tables;
    }

    private static String name(Class<?> entity) {
        Entity annotation = entity.getAnnotation(Entity.class);
        return annotation == null || annotation.name().isEmpty() ? entity.getSimpleName() : annotation.name();
    }

    private static void requireTargets(SchemaModel part, Set<TableName> chosen) {
        for (Table table : part.tables()) {
            if (chosen.contains(table.name())) {
                for (ForeignKey key : table.foreignKeys()) {
                    if (part.table(key.target()).isEmpty()) {
                        throw CommandProblems.notChosen(
                                table.name().sql(), key.target().sql());
                    }
                }
            }
        }
    }
}
