package org.easymodel.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.easymodel.relate.EntityDescription;
import org.easymodel.spi.ManyValues;

/** A list of values as a statement writes it. */
record ValueList(Subject subject) {

    private static final int VALUES_PER_LIST = 1000;
    private static final int VALUES_PER_STATEMENT = 30_000;

    /** One of the values; never if there are none. The opposite is written without {@code not}, which Derby needs. */
    Clause in(Collection<?> values) {
        Optional<ManyValues> many = many(values);
        if (many.isPresent()) {
            return Clause.of(condition(many.get(), false), condition(many.get(), true));
        }
        List<String> lists = lists(values);
        Clause some = Clause.any(each(lists, subject.ignoreCase() ? " = " : " in "));
        return some.isNever() ? some : Clause.of(some.text(), none(lists).text());
    }

    /** None of the values; always if there are none. */
    Clause notIn(Collection<?> values) {
        return many(values)
                .map(many -> Clause.of(condition(many, true), condition(many, false)))
                .orElseGet(() -> none(lists(values)));
    }

    /** A long list, in the way that the database has for it. */
    private Optional<ManyValues> many(Collection<?> values) {
        Statement statement = subject.scope().statement();
        if (values.size() <= VALUES_PER_LIST || subject.entityBound()) {
            return Optional.empty();
        }
        Optional<EntityDescription> row = subject.related();
        EntityDescription entity = row.orElse(subject.scope().entity());
        String path =
                row.isPresent() ? Values.singleId(statement.place(), entity).name() : subject.path();
        Optional<ManyValues> many = row.isEmpty() && subject.type().isEmpty()
                ? Optional.empty()
                : statement.model().unit().manyValues(entity.name(), path, values, subject.ignoreCase());
        many.ifPresent(statement.parameters()::need);
        return many;
    }

    private String condition(ManyValues many, boolean negated) {
        return many.condition(subject.text(), negated, subject.scope().statement()::bind);
    }

    private Clause none(List<String> lists) {
        return Clause.all(each(lists, subject.ignoreCase() ? " <> " : " not in "));
    }

    private List<Clause> each(List<String> lists, String relation) {
        return lists.stream()
                .map(list -> Clause.of(subject.text() + relation + list))
                .toList();
    }

    /** Refuses more values than a statement can take where there is no other way to give them. */
    void requireFew(Collection<?> values) {
        if (values.size() > VALUES_PER_STATEMENT) {
            throw Problems.tooManyValues(subject.scope().statement().place(), subject.path(), VALUES_PER_STATEMENT);
        }
    }

    private List<String> lists(Collection<?> values) {
        Statement statement = subject.scope().statement();
        requireFew(values);
        if (subject.ignoreCase()) {
            return values.stream().map(subject::bound).toList();
        }
        List<Object> ordered = new ArrayList<>(values);
        List<String> lists = new ArrayList<>();
        for (int from = 0; from < ordered.size(); from += VALUES_PER_LIST) {
            lists.add(statement.bind(ordered.subList(from, Math.min(from + VALUES_PER_LIST, ordered.size()))));
        }
        return lists;
    }
}
