package org.easymodel.eclipselink;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.easymodel.eclipselink.naming.NamesInUse;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.ReservedWords;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.sessions.Session;

/** Quotes the names of tables and columns that SQL reserves, such as {@code ORDER}, in the statements of EclipseLink. */
final class ReservedNames {

    private final Session session;
    private final NamesInUse names;

    /** What a name is between quotes; empty if it needs none. */
    private final Function<String, Optional<String>> rule;

    private ReservedNames(Session session, NamesInUse names, Function<String, Optional<String>> rule) {
        this.session = session;
        this.names = names;
        this.rule = rule;
    }

    /** Quotes what is quoted on every database, by the same rule as scanner and changelog. */
    static void quote(Session session) {
        new ReservedNames(session, NamesInUse.of(session), ReservedNames::everywhere).quote();
    }

    /** Quotes what only the session's database reserves: the same name without quotes cannot exist there. */
    static void quoteForDatabase(Session session) {
        NamesInUse names = NamesInUse.of(session);
        boolean any = Stream.concat(names(names), ReservedGenerators.names(session))
                .anyMatch(name -> Stream.of(ReservedWords.values()).anyMatch(words -> words.contains(name)));
        if (any) {
            DatabaseWords.of(session)
                    .ifPresent(words -> new ReservedNames(session, names, name -> by(words, name)).quote());
        }
    }

    private static Optional<String> everywhere(String name) {
        return Optional.of(Identifier.of(name)).filter(Identifier::delimited).map(Identifier::text);
    }

    private static Optional<String> by(ReservedWords words, String name) {
        return words.contains(name) ? Optional.of(name.toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    private static Stream<String> names(NamesInUse names) {
        return Stream.concat(
                names.tables().stream()
                        .filter(table -> !table.shouldUseDelimiters())
                        .map(DatabaseTable::getName),
                names.columns().stream()
                        .filter(column -> !column.shouldUseDelimiters())
                        .map(DatabaseField::getName));
    }

    private void quote() {
        Set<DatabaseField> kept = keepInEmbeddables();
        for (DatabaseTable table : names.tables()) {
            if (!table.shouldUseDelimiters()) {
                rule.apply(table.getName()).ifPresent(name -> {
                    table.setName(name);
                    table.setUseDelimiters(true);
                });
            }
        }
        for (DatabaseField column : names.columns()) {
            if (!column.shouldUseDelimiters() && !kept.contains(column)) {
                rule.apply(column.getName()).ifPresent(name -> quote(column, name));
            }
        }
        names.settle();
        ReservedGenerators.quote(session, rule);
    }

    private static void quote(DatabaseField column, String name) {
        column.setName(name);
        column.setUseDelimiters(true);
    }

    /**
     * The columns of embeddables that keep their spelling, since overrides refer to it: they are quoted wherever they are
     * embedded.
     */
    private Set<DatabaseField> keepInEmbeddables() {
        Set<DatabaseField> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        session.getDescriptors().values().stream()
                .filter(ClassDescriptor::isAggregateDescriptor)
                .flatMap(embeddable -> NamesInUse.columnsOf(embeddable).stream())
                .filter(own -> !own.shouldUseDelimiters())
                .filter(own -> rule.apply(own.getName())
                        .filter(name -> !name.equals(own.getName()))
                        .isPresent())
                .forEach(kept::add);
        names.embedded()
                .forEach(embedded -> NamesInUse.columnsOf(session.getDescriptor(embedded.getReferenceClass())).stream()
                        .filter(kept::contains)
                        .filter(own -> !embedded.getAggregateToSourceFields().containsKey(own.getName()))
                        .forEach(own -> {
                            DatabaseField quoted = own.clone();
                            quote(quoted, rule.apply(own.getName()).orElseThrow());
                            embedded.addFieldTranslation(quoted, own.getName());
                        }));
        return kept;
    }
}
