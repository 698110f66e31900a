package org.easymodel.server;

import org.easymodel.server.guestbook.Guestbook;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The guest book on PostgreSQL with XA, its unit named by a reference in {@code web.xml}. */
class PostgresIT extends GuestbookContract {

    @Deployment
    static WebArchive war() {
        return War.named("PostgresIT")
                .withPackageOf(Guestbook.class)
                .with(PostgresIT.class, GuestbookContract.class)
                .withUnit(DeployedUnit.of("guestbook", DataSources.postgres()))
                .withReference()
                .build();
    }
}
