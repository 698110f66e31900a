package org.easymodel.eclipselink.scan;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.eclipselink.Members;

/** Finds the annotations that count for the columns of an attribute: those of an override, else its own. */
final class Overrides {

    private Overrides() {}

    /** Of an attribute of an entity, seen from its class: {@code title}, {@code address.street}. */
    static List<Annotation> annotations(Class<?> entity, MappedAttribute attribute) {
        return ofClass(entity, attribute.path())
                .or(() -> ofEmbedding(entity, attribute.path()))
                .orElseGet(() -> own(attribute));
    }

    /** Of an attribute of an embeddable that a collection holds. */
    static List<Annotation> annotations(MappedAttribute collection, Class<?> element, MappedAttribute attribute) {
        return collection
                .members()
                .flatMap(members -> find(members.annotations(), attribute.path())
                        .or(() -> find(members.annotations(), "value." + attribute.path())))
                .or(() -> ofEmbedding(element, attribute.path()))
                .orElseGet(() -> own(attribute));
    }

    private static List<Annotation> own(MappedAttribute attribute) {
        return attribute.members().map(Members::annotations).orElse(List.of());
    }

    /** The nearest class that overrides what it inherits. */
    private static Optional<List<Annotation>> ofClass(Class<?> entity, String path) {
        for (Class<?> each = entity; each != null && each != Object.class; each = each.getSuperclass()) {
            Optional<List<Annotation>> found = find(List.of(each.getAnnotations()), path);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The outermost attribute that embeds and overrides. */
    private static Optional<List<Annotation>> ofEmbedding(Class<?> type, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        Members embedding = Members.of(type, path.substring(0, dot));
        String rest = path.substring(dot + 1);
        return find(embedding.annotations(), rest)
                .or(() -> embedding.type().flatMap(inner -> ofEmbedding(inner, rest)));
    }

    private static Optional<List<Annotation>> find(List<Annotation> annotations, String path) {
        List<Annotation> found = new ArrayList<>();
        for (Annotation annotation : annotations) {
            attributes(annotation)
                    .filter(override -> override.name().equals(path))
                    .forEach(override -> found.add(override.column()));
            associations(annotation)
                    .filter(override -> override.name().equals(path))
                    .forEach(override -> {
                        found.addAll(List.of(override.joinColumns()));
                        found.add(override.joinTable());
                    });
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private static Stream<AttributeOverride> attributes(Annotation annotation) {
        if (annotation instanceof AttributeOverride single) {
            return Stream.of(single);
        }
        return annotation instanceof AttributeOverrides several ? Stream.of(several.value()) : Stream.empty();
    }

    private static Stream<AssociationOverride> associations(Annotation annotation) {
        if (annotation instanceof AssociationOverride single) {
            return Stream.of(single);
        }
        return annotation instanceof AssociationOverrides several ? Stream.of(several.value()) : Stream.empty();
    }
}
