package org.easymodel.server;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The guest book on PostgreSQL with XA. */
class PostgresIT extends GuestbookContract {

    @Deployment
    static WebArchive war() {
        return Wars.guestbook(DataSources.postgres(), PostgresIT.class, GuestbookContract.class);
    }
}
