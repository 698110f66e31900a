package org.easymodel.cdi.notes;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import org.easymodel.BlockingRepository;

/** Uses an interface that only its package can see. */
@Dependent
public class Desk {

    interface Notes extends BlockingRepository<Note> {

        default long amount(String text) {
            return count(Map.of("text", text));
        }
    }

    @Inject
    Notes notes;

    public long writeAndCount(String text) {
        notes.insert(new Note(text));
        return notes.amount(text);
    }
}
