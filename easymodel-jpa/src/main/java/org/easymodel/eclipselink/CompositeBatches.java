package org.easymodel.eclipselink;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.persistence.annotations.BatchFetchType;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.databaseaccess.Platform;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.sessions.Session;

/**
 * How related rows are found: by a list of keys; but where keys have several columns, on databases that cannot compare several
 * columns with a list, by a subquery. That does not know the page of a result, so that it may load more rows than needed.
 */
final class CompositeBatches {

    private final Set<String> attributes;

    private CompositeBatches(Set<String> attributes) {
        this.attributes = attributes;
    }

    /** For a session that knows its database, which it does once it has logged in. */
    static CompositeBatches of(Session session) {
        Set<String> attributes = new HashSet<>();
        if (!comparesRows(session.getDatasourcePlatform())) {
            for (ClassDescriptor descriptor : SessionModel.entities(session)) {
                Lists.mappings(descriptor).stream()
                        .filter(mapping -> columns(mapping) > 1)
                        .map(DatabaseMapping::getAttributeName)
                        .forEach(attributes::add);
            }
        }
        return new CompositeBatches(attributes);
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
