package org.easymodel.eclipselink;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.persistence.internal.databaseaccess.DatasourcePlatform;
import org.eclipse.persistence.sequencing.NativeSequence;
import org.eclipse.persistence.sequencing.Sequence;
import org.eclipse.persistence.sequencing.TableSequence;
import org.eclipse.persistence.sessions.Session;

/**
 * Quotes the names of sequences and generator tables. EclipseLink puts them into its statements as they are, so the quotes
 * become a part of the name.
 */
final class ReservedGenerators {

    private ReservedGenerators() {}

    /** The names of the sequences, tables and columns that ids come from, quoted or not. */
    static Stream<String> names(Session session) {
        return sequences(session).stream().flatMap(ReservedGenerators::names);
    }

    private static Stream<String> names(Sequence sequence) {
        if (sequence instanceof TableSequence table) {
            return Stream.of(table.getTable().getName(), table.getNameFieldName(), table.getCounterFieldName());
        }
        return sequence instanceof NativeSequence ? Stream.of(sequence.getName()) : Stream.empty();
    }

    static void quote(Session session, Function<String, Optional<String>> rule) {
        for (Sequence sequence : sequences(session)) {
            if (sequence instanceof TableSequence table) {
                quoted(table.getTable().getName(), rule)
                        .ifPresent(name -> table.getTable().setName(name));
                quoted(table.getNameFieldName(), rule).ifPresent(table::setNameFieldName);
                quoted(table.getCounterFieldName(), rule).ifPresent(table::setCounterFieldName);
            } else if (sequence instanceof NativeSequence) {
                quoted(sequence.getName(), rule).ifPresent(name -> rename(session, sequence, name));
            }
        }
    }

    /** Entities know their sequence by its name. */
    private static void rename(Session session, Sequence sequence, String name) {
        DatasourcePlatform platform = (DatasourcePlatform) session.getDatasourcePlatform();
        String before = sequence.getName();
        platform.removeSequence(before);
        sequence.setName(name);
        platform.addSequence(sequence);
        session.getDescriptors().values().stream()
                .filter(descriptor -> before.equals(descriptor.getSequenceNumberName()))
                .forEach(descriptor -> descriptor.setSequenceNumberName(name));
    }

    private static Optional<String> quoted(String name, Function<String, Optional<String>> rule) {
        boolean open = !name.isBlank() && !name.startsWith("\"");
        return open ? rule.apply(name).map(text -> '"' + text + '"') : Optional.empty();
    }

    private static List<Sequence> sequences(Session session) {
        Map<?, ?> sequences = ((DatasourcePlatform) session.getDatasourcePlatform()).getSequences();
        return sequences == null
                ? List.of()
                : sequences.values().stream().map(Sequence.class::cast).toList();
    }
}
