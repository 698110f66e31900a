package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Entities that leave because their persistence context is closed keep what is loaded of them, and nothing of the context. */
final class Departures extends SessionEventAdapter {

    /** Does nothing the second time: a deployment may be tried again. */
    static void install(Session session) {
        if (session.getEventManager().getListeners().stream().noneMatch(Departures.class::isInstance)) {
            session.getEventManager().addListener(new Departures());
        }
    }

    @Override
    public void preReleaseUnitOfWork(SessionEvent event) {
        if (event.getSession() instanceof UnitOfWorkImpl work) {
            settle(work);
        }
    }

    /** The entities that are managed until now. Their backups, by which changes are found, are of no use any more. */
    static List<Object> settle(UnitOfWorkImpl work) {
        List<Object> managed = new ArrayList<>();
        work.getCloneMapping().forEach((entity, backup) -> {
            if (backup != entity) {
                SideStorage.forget(backup);
            }
            SideStorage.settle(entity);
            managed.add(entity);
        });
        return managed;
    }
}
