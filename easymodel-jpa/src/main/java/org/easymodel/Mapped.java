package org.easymodel;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.stream.Stream;

/** Whether a class says that it belongs to a persistence unit. */
final class Mapped {

    private Mapped() {}

    static boolean is(Class<?> type) {
        return Stream.of(Entity.class, MappedSuperclass.class, Embeddable.class, Converter.class)
                .anyMatch(type::isAnnotationPresent);
    }
}
