package org.easymodel.example.web;

import static org.easymodel.query.Conditions.attribute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.easymodel.EasyRepository;
import org.easymodel.example.shop.Order;
import org.easymodel.example.shop.Product;
import org.easymodel.example.shop.User;

/** What was bought. */
@Path("orders")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class Orders {

    @Inject
    private EasyRepository<Order> orders;

    @Inject
    private EasyRepository<Product> products;

    @Inject
    private EasyRepository<User> users;

    /** An order with its lines, as one nested insert: buyer and products are those of the shop, and so are the prices. */
    @POST
    public CompletionStage<Response> place(PlacedOrder placed) {
        return users.withoutRelated()
                .first(Map.of("username", placed.getUsername()))
                .thenCombine(
                        products.withoutRelated()
                                .all(attribute("sku").in(placed.getQuantities().keySet())),
                        (buyer, found) -> values(placed, buyer, found))
                .thenCompose(orders::insertMap)
                .thenApply(order -> Response.created(URI.create("orders/" + order.getNumber()))
                        .entity(orders.toMap(order, "number", "status", "items.quantity", "items.product.sku"))
                        .build());
    }

    private static Map<String, Object> values(PlacedOrder placed, Optional<User> buyer, List<Product> found) {
        return Map.of(
                "number", placed.getNumber(),
                "user", buyer.orElseThrow(() -> new BadRequestException("Nobody has that name")),
                "placedAt", Instant.now(),
                "items", lines(placed, found));
    }

    private static List<Map<String, Object>> lines(PlacedOrder placed, List<Product> found) {
        if (found.isEmpty() || found.size() < placed.getQuantities().size()) {
            throw new BadRequestException("An order names products of the shop");
        }
        return found.stream()
                .map(product -> Map.<String, Object>of(
                        "product", Map.of("sku", product.getSku()),
                        "quantity", placed.getQuantities().get(product.getSku()),
                        "unitPrice", product.getPrice()))
                .toList();
    }

    /** One order, with its buyer, its lines and their products. */
    @GET
    @Path("{number}")
    public CompletionStage<Map<String, Object>> find(@PathParam("number") String number) {
        return orders.select(Map.of("number", number))
                .include("user", "items.product")
                .first()
                .thenApply(found -> orders.toMap(found.orElseThrow(NotFoundException::new), "-user.email"));
    }
}
