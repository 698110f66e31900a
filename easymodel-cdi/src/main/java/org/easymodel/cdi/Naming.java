package org.easymodel.cdi;

import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;

/** Looks things up in the naming context of a server; outside a server there is nothing to find. */
final class Naming {

    private Naming() {}

    /** Whether there is a naming context at all. */
    static boolean isThere() {
        try {
            new InitialContext().lookup("java:comp");
            return true;
        } catch (NoInitialContextException e) {
            return false;
        } catch (NamingException e) {
            return true;
        }
    }

    static <T> Optional<T> lookup(String name, Class<T> type) {
        try {
            Object found = new InitialContext().lookup(name);
            return type.isInstance(found) ? Optional.of(type.cast(found)) : Optional.empty();
        } catch (NamingException e) {
            return Optional.empty();
        }
    }
}
