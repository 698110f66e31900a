package org.easymodel.server;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The guest book on H2 in memory. */
class H2IT extends GuestbookContract {

    @Deployment
    static WebArchive war() {
        return Wars.guestbook(DataSources.h2(), H2IT.class, GuestbookContract.class);
    }
}
