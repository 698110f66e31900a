package org.easymodel.server;

import org.easymodel.server.guestbook.Guestbook;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The guest book on H2 in memory, without any configuration of where its unit is. */
class H2IT extends GuestbookContract {

    @Deployment
    static WebArchive war() {
        return War.named("H2IT")
                .withPackageOf(Guestbook.class)
                .with(H2IT.class, GuestbookContract.class)
                .withUnit(DeployedUnit.of("guestbook", DataSources.h2("guestbook")))
                .withDefaultUnit()
                .build();
    }
}
