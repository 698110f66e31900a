package org.easymodel.eclipselink;

import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.easymodel.model.EasyModel;
import org.easymodel.model.NoInference;
import org.easymodel.relate.FreeMember;
import org.easymodel.relate.FreeMember.Kind;
import org.easymodel.relate.FreeMember.Notice;

/** The fields and getters of an entity class that no mapping uses. */
final class FreeMembers {

    private FreeMembers() {}

    /**
     * Those of a class and its superclasses; of a field and a getter with one name the field counts.
     *
     * @param mapped the attributes that have mappings
     */
    static List<FreeMember> of(Class<?> entity, Set<String> mapped) {
        Map<String, FreeMember> members = new TreeMap<>();
        fields(entity, false, mapped, members);
        for (Class<?> each = entity; isOfApplication(each); each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                property(method)
                        .filter(name -> !mapped.contains(name))
                        .ifPresent(name -> members.putIfAbsent(name, computed(entity, name, method)));
            }
        }
        fields(entity, true, mapped, members);
        return new ArrayList<>(members.values());
    }

    private static void fields(Class<?> entity, boolean shared, Set<String> mapped, Map<String, FreeMember> members) {
        for (Class<?> each = entity; isOfApplication(each); each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) == shared
                        && !field.isSynthetic()
                        && !mapped.contains(field.getName())) {
                    members.putIfAbsent(field.getName(), member(entity, field));
                }
            }
        }
    }

    private static boolean isOfApplication(Class<?> type) {
        return type != null && type != Object.class && type != EasyModel.class;
    }

    private static Optional<String> property(Method method) {
        boolean getter = method.getParameterCount() == 0
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && method.getReturnType() != void.class;
        String name = method.getName();
        if (getter && name.length() > 3 && name.startsWith("get") && Character.isUpperCase(name.charAt(3))) {
            return Optional.of(name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4));
        }
        return Optional.empty();
    }

    /** A getter without a field may show the relationship in a form of its own. */
    private static FreeMember computed(Class<?> entity, String name, Method getter) {
        Class<?> type = getter.getReturnType();
        Optional<Class<?>> element = ElementTypes.of(entity, getter.getGenericReturnType());
        if (Collection.class.isAssignableFrom(type) || type == Stream.class) {
            return new FreeMember(name, List.class, element, Kind.GETTER);
        }
        return type == Optional.class
                ? new FreeMember(name, element.orElse(type), Optional.empty(), Kind.GETTER)
                : new FreeMember(name, type, element, Kind.GETTER);
    }

    private static FreeMember member(Class<?> entity, Field field) {
        Class<?> type = GenericTypes.in(entity, field.getGenericType()).orElse(field.getType());
        return new FreeMember(
                field.getName(),
                type,
                ElementTypes.of(entity, field.getGenericType()),
                kind(field),
                notice(entity, field));
    }

    private static Notice notice(Class<?> entity, Field field) {
        if (new Silence(entity).isOfAll(field.getDeclaringClass())) {
            return Notice.NOTHING;
        }
        return isTransient(entity, field) ? Notice.ALL : Notice.OBSTACLES;
    }

    private static boolean isTransient(Class<?> entity, Field field) {
        return Modifier.isTransient(field.getModifiers())
                || field.isAnnotationPresent(Transient.class)
                || Members.of(entity, field.getName())
                        .annotation(Transient.class)
                        .isPresent();
    }

    private static Kind kind(Field field) {
        int modifiers = field.getModifiers();
        if (Modifier.isStatic(modifiers)) {
            return Kind.STATIC_FIELD;
        }
        if (field.isAnnotationPresent(NoInference.class)) {
            return Kind.RESERVED_FIELD;
        }
        return Modifier.isFinal(modifiers) ? Kind.FINAL_FIELD : Kind.FIELD;
    }
}
