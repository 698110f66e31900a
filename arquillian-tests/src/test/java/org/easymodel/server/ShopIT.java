package org.easymodel.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WAR of the example as it is built, asked over HTTP. */
@ExtendWith(ArquillianExtension.class)
class ShopIT {

    private final ShopClient client = new ShopClient();

    @Deployment(testable = false)
    static WebArchive war() {
        return ShopWar.built();
    }

    @Test
    void products_areThere_fromTheStart() {
        HttpResponse<String> kitchen = client.get("api/products?category=kitchen");

        assertThat(kitchen.statusCode()).isEqualTo(200);
        assertThat(kitchen.body()).contains("\"Iron pan\"", "\"Kettle\"").doesNotContain("Tent");
    }

    @Test
    void product_comesWithCategoryAndTags() {
        JsonObject tent = json(client.get("api/products/tent-4"), 200);

        assertThat(tent.getJsonObject("category").getString("slug")).isEqualTo("outdoor");
        assertThat(tent.getJsonArray("tags")).hasSize(2);
    }

    @Test
    void order_isPlacedAndFound() {
        JsonObject placed = json(client.order("IT-1", "jane", Map.of("tent-2", 1, "pan-24", 2)), 201);
        assertThat(placed.getJsonArray("items")).hasSize(2);

        JsonObject found = json(client.get("api/orders/IT-1"), 200);
        assertThat(found.getJsonObject("user").getString("username")).isEqualTo("jane");
        assertThat(found.getJsonObject("user")).doesNotContainKey("email");
        assertThat(found.getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(item -> item.getJsonObject("product").getString("sku"))
                .containsExactlyInAnyOrder("tent-2", "pan-24");
    }

    @Test
    void failureOfAStage_isAnAnswer() {
        json(client.order("IT-2", "jane", Map.of("tent-2", 1)), 201);

        JsonObject conflict = json(client.order("IT-2", "jane", Map.of("tent-2", 1)), 409);
        assertThat(conflict.getJsonArray("problems").getJsonObject(0).getString("code"))
                .isEqualTo("EM-2101");
        assertThat(client.get("api/orders/none").statusCode()).isEqualTo(404);
        assertThat(client.order("IT-3", "nobody", Map.of("tent-2", 1)).statusCode())
                .isEqualTo(400);
        assertThat(client.order("IT-3", "jane", Map.of("tent-9", 1)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void manyRequestsInFlight_areAllAnswered() throws InterruptedException {
        ShopVisitors visitors = new ShopVisitors(client);

        visitors.run(200, Duration.ofSeconds(5));

        assertThat(visitors.failures()).isEmpty();
        assertThat(visitors.answers()).isGreaterThan(200);
        assertThat(visitors.orders()).isPositive();
    }

    private static JsonObject json(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }
}
