package org.easymodel.server.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

/** The class loaders that this application has had in its server, this one among them. */
@Path("loaders")
@ApplicationScoped
public class Loaders {

    void remember(@Observes Startup event) {
        loaders().add(new WeakReference<>(Loaders.class.getClassLoader()));
    }

    /** How many of them are still there. */
    @GET
    public String left() {
        for (int i = 0; i < 3; i++) {
            ManagementFactory.getMemoryMXBean().gc();
        }
        return Long.toString(
                loaders().stream().filter(loader -> !loader.refersTo(null)).count());
    }

    /** Kept where all deployments find it, with classes of the JDK only. */
    @SuppressWarnings("unchecked")
    private static List<WeakReference<ClassLoader>> loaders() {
        Properties shared = System.getProperties();
        synchronized (shared) {
            return (List<WeakReference<ClassLoader>>)
                    shared.computeIfAbsent("easymodel.loaders", key -> new CopyOnWriteArrayList<>());
        }
    }
}
