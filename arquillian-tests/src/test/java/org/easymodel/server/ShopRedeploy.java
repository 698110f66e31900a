package org.easymodel.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.easymodel.server.probe.Loaders;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WAR of the example, deployed again and again; run by the profile {@code redeploy} only. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ShopRedeploy {

    private final ShopClient client = new ShopClient();

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "shop", managed = false, testable = false)
    static WebArchive war() {
        return ShopWar.built().addPackage(Loaders.class.getPackage());
    }

    @Test
    void redeployments_leaveAtMostOneClassLoader() {
        int times = Integer.getInteger("redeployments");
        for (int i = 0; i < times; i++) {
            deployer.deploy("shop");
            assertThat(client.get("api/products").statusCode()).isEqualTo(200);
            assertThat(client.order("redeployed-" + i, "jane", Map.of("tent-4", 1))
                            .statusCode())
                    .isEqualTo(201);
            deployer.undeploy("shop");
        }
        deployer.deploy("shop");
        long left = Long.parseLong(client.get("api/loaders").body()) - 1;
        deployer.undeploy("shop");

        System.out.printf("class loaders left of %d deployments: %d%n", times, left);
        assertThat(left).isLessThanOrEqualTo(1);
    }
}
