package org.easymodel.contract.inference;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.easymodel.example.shop.Tag;

/** What one entity manager reads after another process has changed a row; to be loaded beside any version of EclipseLink. */
public final class SharedCacheProbe {

    private SharedCacheProbe() {}

    /** The name that is read of a tag that was called "old", read, and then called "new" by somebody else. */
    public static String nameAfterChangeElsewhere(String url) throws Exception {
        Map<String, String> properties = new HashMap<>();
        properties.put("jakarta.persistence.jdbc.url", url);
        properties.put("jakarta.persistence.jdbc.driver", "org.h2.Driver");
        properties.put("eclipselink.ddl-generation", "create-tables");
        properties.put("eclipselink.logging.level", "OFF");
        properties.put("eclipselink.session-name", "probe" + url.hashCode());
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory("shop", properties)) {
            Tag tag = new Tag();
            tag.setName("old");
            try (EntityManager em = factory.createEntityManager()) {
                em.getTransaction().begin();
                em.persist(tag);
                em.getTransaction().commit();
            }
            try (EntityManager em = factory.createEntityManager()) {
                em.find(Tag.class, tag.getId());
            }
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("update TAG set NAME = 'new'");
            }
            try (EntityManager em = factory.createEntityManager()) {
                return em.find(Tag.class, tag.getId()).getName();
            }
        }
    }
}
