package org.easymodel.cdi;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.Name;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;

/** The names of a server, for as long as one is open. Public for JNDI, which makes the instances. */
public final class ServerNaming implements InitialContextFactory {

    private static final Map<String, Object> OBJECTS = new ConcurrentHashMap<>();

    static void open() {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, ServerNaming.class.getName());
    }

    static void bind(String name, Object object) {
        OBJECTS.put(name, object);
    }

    static void unbind(String name) {
        OBJECTS.remove(name);
    }

    static void close() {
        OBJECTS.clear();
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
        return new InitialContext(true) {

            @Override
            public Object lookup(Name name) throws NamingException {
                return lookup(name.toString());
            }

            @Override
            public Object lookup(String name) throws NamingException {
                Object object = OBJECTS.get(name);
                if (object == null) {
                    throw new NameNotFoundException(name);
                }
                return object;
            }
        };
    }
}
