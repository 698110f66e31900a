package org.easymodel.eclipselink;

import java.util.HashMap;
import java.util.Map;
import org.easymodel.spi.Settings;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryProvider;
import org.eclipse.persistence.internal.jpa.EntityManagerSetupImpl;
import org.eclipse.persistence.sessions.Session;

/** The settings of the unit of a session that is being deployed. */
public final class SessionSettings {

    private SessionSettings() {}

    /** The name of the unit; that of the session where the unit is not known. */
    public static String unitName(Session session) {
        EntityManagerSetupImpl setup = EntityManagerFactoryProvider.getEntityManagerSetupImpl(session.getName());
        return setup == null
                ? session.getName()
                : setup.getPersistenceUnitInfo().getPersistenceUnitName();
    }

    /** The settings of the unit, from the properties of its session among others. */
    public static Settings of(Session session) {
        return Settings.of(unitName(session), properties(session));
    }

    /** The properties of the session that are texts. */
    public static Map<String, String> properties(Session session) {
        Map<String, String> properties = new HashMap<>();
        session.getProperties().forEach((key, value) -> {
            if (value instanceof String text) {
                properties.put(String.valueOf(key), text);
            }
        });
        return properties;
    }
}
