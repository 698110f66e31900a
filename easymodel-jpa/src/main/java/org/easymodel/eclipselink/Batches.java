package org.easymodel.eclipselink;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.persistence.annotations.BatchFetchType;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.databaseaccess.Platform;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.sessions.Session;

/**
 * How related rows are found: by a list of keys; but where keys have several columns, on databases that cannot compare several
 * columns with a list, by a subquery. That does not know the page of a result, so that it may load more rows than needed.
 */
final class Batches {

    private final Set<String> attributes;
    private final Set<String> spread;

    private Batches(Set<String> attributes, Set<String> spread) {
        this.attributes = attributes;
        this.spread = spread;
    }

    /** For a session that knows its database, which it does once it has logged in. */
    static Batches of(Session session) {
        Set<String> attributes = new HashSet<>();
        if (!comparesRows(session.getDatasourcePlatform())) {
            for (ClassDescriptor descriptor : SessionModel.entities(session)) {
                Lists.mappings(descriptor).stream()
                        .filter(mapping -> columns(mapping) > 1)
                        .map(DatabaseMapping::getAttributeName)
                        .forEach(attributes::add);
            }
        }
        return new Batches(attributes, spread(session));
    }

    /** To-many relationships to a hierarchy with a table for each class: EclipseLink loses the subclasses' rows in a batch. */
    private static Set<String> spread(Session session) {
        Set<String> spread = new HashSet<>();
        for (ClassDescriptor descriptor : SessionModel.entities(session)) {
            Lists.mappings(descriptor).stream()
                    .filter(mapping -> mapping instanceof CollectionMapping
                            && mapping.getReferenceDescriptor() != null
                            && mapping.getReferenceDescriptor().hasTablePerClassPolicy())
                    .map(DatabaseMapping::getAttributeName)
                    .forEach(spread::add);
        }
        return spread;
    }

    /** Whether a path can be loaded for all rows at once, rather than for each; what is below one that cannot, neither. */
    boolean isBatched(String path) {
        return Stream.of(path.split("\\.")).noneMatch(spread::contains);
    }

    /** How all relationships of some paths are loaded: one way cannot be nested in the other. */
    BatchFetchType type(List<String> paths) {
        boolean composite =
                paths.stream().flatMap(path -> Stream.of(path.split("\\."))).anyMatch(attributes::contains);
        return composite ? BatchFetchType.EXISTS : BatchFetchType.IN;
    }

    private static boolean comparesRows(Platform platform) {
        return platform.isH2()
                || platform.isPostgreSQL()
                || platform.isOracle()
                || platform.isMySQL()
                || platform.isDB2();
    }

    private static int columns(DatabaseMapping mapping) {
        if (mapping instanceof ManyToManyMapping overTable) {
            return Lists.columns(overTable, "getSourceKeyFields").size();
        }
        if (mapping instanceof OneToManyMapping toMany) {
            return Lists.columns(toMany, "getTargetForeignKeyFields").size();
        }
        return mapping instanceof OneToOneMapping toOne && !toOne.hasRelationTableMechanism()
                ? toOne.getSourceToTargetKeyFields().size()
                : 1;
    }
}
