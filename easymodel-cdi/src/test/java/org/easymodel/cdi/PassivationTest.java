package org.easymodel.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.HashMap;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepository;
import org.easymodel.cdi.notes.Note;
import org.easymodel.cdi.notes.Task;
import org.jboss.weld.context.bound.BoundLiteral;
import org.jboss.weld.context.bound.BoundSessionContext;
import org.junit.jupiter.api.Test;

/** Repositories in beans that a server may write away: of a session, of a view. */
class PassivationTest {

    interface Notes extends BlockingRepository<Note> {

        default Note write(String text) {
            return insert(new Note(text));
        }
    }

    @SessionScoped
    static class Session implements Serializable {

        private static final long serialVersionUID = 1L;

        @Inject
        @Unit("notes")
        EasyRepository<Note> async;

        @Inject
        @Unit("notes")
        BlockingRepository<Note> blocking;

        @Inject
        @Unit("notes")
        Notes own;

        @Inject
        @Unit("tasks")
        BlockingRepository<Task> tasks;

        Object[] all() {
            return new Object[] {async, blocking, own, tasks};
        }
    }

    @SessionScoped
    static class PlainSession implements Serializable {

        private static final long serialVersionUID = 1L;

        @Inject
        BlockingRepository<Note> notes;

        BlockingRepository<Note> notes() {
            return notes;
        }
    }

    @Test
    void repositories_ofASession_areFoundAgain() throws Exception {
        try (Application application = Application.start("two", Session.class)) {
            open(application);
            Object[] before = application.bean(Session.class).all();
            Object[] after = copy(before);

            BlockingRepository<Note> notes = blocking(after[1]);
            Note note = ((Notes) after[2]).write("kept");
            assertThat(notes.find(note.getId())).map(Note::text).contains("kept");
            assertThat(Application.result(((EasyRepository<?>) after[0]).count()))
                    .isOne();
            assertThat(((BlockingRepository<?>) after[3]).count()).isZero();
            assertThat(after).containsExactly(before);
            assertThat(after[1])
                    .isNotSameAs(before[1])
                    .hasSameHashCodeAs(before[1])
                    .isNotEqualTo(before[3]);
        }
    }

    @Test
    void repository_ofTheOnlyUnit_isFoundAgain() throws Exception {
        try (Application application = Application.start("one", PlainSession.class)) {
            open(application);
            BlockingRepository<Note> notes =
                    application.bean(PlainSession.class).notes();
            notes.insert(new Note("first"));
            assertThat(blocking(copy(notes)).count()).isOne();
        }
    }

    private static void open(Application application) {
        BoundSessionContext session = application
                .container()
                .select(BoundSessionContext.class, BoundLiteral.INSTANCE)
                .get();
        session.associate(new HashMap<>());
        session.activate();
    }

    @SuppressWarnings("unchecked")
    private static BlockingRepository<Note> blocking(Object repository) {
        return (BlockingRepository<Note>) repository;
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
