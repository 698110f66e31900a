package org.easymodel.example.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;

/** The persistence unit as a bean, because this run chooses its database when it starts. */
@ApplicationScoped
class ShopBeans {

    @Produces
    @ApplicationScoped
    EntityManagerFactory factory(ShopDatabase database) {
        return Persistence.createEntityManagerFactory("shop", database.unitProperties());
    }

    void close(@Disposes EntityManagerFactory factory) {
        factory.close();
    }
}
