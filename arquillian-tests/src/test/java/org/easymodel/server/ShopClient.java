package org.easymodel.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A client of the shop, over HTTP. */
final class ShopClient {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base = URI.create("http://127.0.0.1:" + System.getProperty("server.http.port") + "/shop/");

    HttpResponse<String> get(String path) {
        return getLater(path).join();
    }

    CompletableFuture<HttpResponse<String>> getLater(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> order(String number, String username, Map<String, Integer> quantities) {
        return orderLater(number, username, quantities).join();
    }

    CompletableFuture<HttpResponse<String>> orderLater(
            String number, String username, Map<String, Integer> quantities) {
        JsonObjectBuilder products = Json.createObjectBuilder();
        quantities.forEach(products::add);
        JsonObject order = Json.createObjectBuilder()
                .add("number", number)
                .add("username", username)
                .add("quantities", products)
                .build();
        return send(request("api/orders")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(order.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString());
    }
}
