package org.easymodel.eclipselink.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.Identifier;

/** A column while the mappings that share it are collected. The order in which they come changes nothing. */
final class ColumnDraft {

    private static final Comparator<Claim> ORDER = Comparator.comparing((Claim claim) -> !claim.key())
            .thenComparing(Claim::writer)
            .thenComparing(Claim::source);

    private final Identifier name;
    private final List<Claim> claims = new ArrayList<>();

    ColumnDraft(Identifier name) {
        this.name = name;
    }

    void add(Claim claim) {
        if (!claims.contains(claim)) {
            claims.add(claim);
            claims.sort(ORDER);
        }
    }

    List<Claim> claims() {
        return List.copyOf(claims);
    }

    /**
     * The type: that of the column that a key leads to, else that of the mappings; the longest, where only lengths differ.
     */
    ColumnType type() {
        return claims.stream()
                .filter(claim -> claim.key() == claims.get(0).key())
                .map(Claim::type)
                .reduce((first, second) -> isLonger(second, first) ? second : first)
                .orElseThrow();
    }

    /** The types of another family than the one that counts; lengths are no contradiction. */
    List<ColumnType> contradictingTypes() {
        ColumnType type = type();
        return claims.stream()
                .map(Claim::type)
                .filter(other -> other.kind() != type.kind())
                .distinct()
                .toList();
    }

    /** Of the same family and roomier. */
    private static boolean isLonger(ColumnType left, ColumnType right) {
        return left.kind() == right.kind() && left.size() > right.size() && left.scale() >= right.scale();
    }

    /**
     * Why the column must have a value: only if each of the given writers, who all put rows into the table, says so; a row
     * of one that does not know the column would leave it empty.
     */
    Optional<String> required(Set<String> writers) {
        Set<String> requiring = claims.stream()
                .filter(claim -> claim.required().isPresent())
                .map(Claim::writer)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean required = writers.isEmpty() ? !requiring.isEmpty() : requiring.containsAll(writers);
        return required
                ? claims.stream().flatMap(claim -> claim.required().stream()).findFirst()
                : Optional.empty();
    }

    /** The condition that the values meet, if all mappings ask for the same. */
    Optional<String> check() {
        return common(Claim::check);
    }

    Column build(boolean required) {
        return Column.of(name, type(), !required)
                .withIdentity(claims.stream().anyMatch(Claim::identity))
                .withValues(common(Claim::values))
                .withDefaultValue(first(Claim::defaultValue))
                .withComment(first(Claim::comment));
    }

    private <T> Optional<T> first(Function<Claim, Optional<T>> part) {
        return claims.stream().flatMap(claim -> part.apply(claim).stream()).findFirst();
    }

    private <T> Optional<T> common(Function<Claim, Optional<T>> part) {
        List<Optional<T>> parts = claims.stream()
                .filter(claim -> !claim.key())
                .map(part)
                .distinct()
                .toList();
        return parts.size() == 1 ? parts.get(0) : Optional.empty();
    }
}
