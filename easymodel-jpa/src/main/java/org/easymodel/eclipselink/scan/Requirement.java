package org.easymodel.eclipselink.scan;

import jakarta.persistence.Basic;
import java.util.Optional;
import org.easymodel.eclipselink.Members;
import org.eclipse.persistence.internal.helper.DatabaseField;

/**
 * Why a column must have a value. What the class implies, such as a primitive type, does not count inside of an embeddable that
 * may be missing: without it, EclipseLink leaves all its columns empty.
 */
final class Requirement {

    private Requirement() {}

    static Optional<String> of(MappedAttribute attribute, DatabaseField column, Class<?> type, boolean optional) {
        if (!column.isNullable()) {
            return Optional.of("the mapping says nullable = false");
        }
        if (attribute.optional()) {
            return Optional.empty();
        }
        Optional<Members> members = attribute.members();
        boolean basic = members.flatMap(found -> found.annotation(Basic.class))
                .map(Basic::optional)
                .orElse(true);
        if (!optional || !basic) {
            return Optional.of("the mapping says optional = false");
        }
        Class<?> declared = members.flatMap(Members::type).orElse(type);
        if (declared.isPrimitive()) {
            return Optional.of(declared.getName() + " cannot be null");
        }
        return ofConstraints(members);
    }

    static Optional<String> ofRelationship(MappedAttribute attribute, boolean optional) {
        if (attribute.optional()) {
            return Optional.empty();
        }
        boolean required = !optional
                && attribute.members().filter(Members::isRequiredRelationship).isPresent();
        return required ? Optional.of("the mapping says optional = false") : ofConstraints(attribute.members());
    }

    private static Optional<String> ofConstraints(Optional<Members> members) {
        return members.filter(found -> found.constraints().required()).map(found -> "Bean Validation refuses null");
    }
}
