package org.easymodel.example.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.easymodel.EasyQuery;
import org.easymodel.EasyRepository;
import org.easymodel.example.shop.Product;
import org.jspecify.annotations.Nullable;

/** What there is to buy. */
@Path("products")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class Products {

    private static final int MOST = 100;

    @Inject
    private EasyRepository<Product> products;

    /**
     * Some products, by their names.
     *
     * @param category the slug of a category; all categories without it
     * @param limit how many at most
     */
    @GET
    public CompletionStage<List<Map<String, Object>>> list(
            @QueryParam("category") @Nullable String category, @QueryParam("limit") @DefaultValue("20") int limit) {
        EasyQuery<Product> query =
                category == null ? products.select() : products.select(Map.of("category", Map.of("slug", category)));
        return query.orderBy("name")
                .include("category")
                .limit(Math.max(1, Math.min(limit, MOST)))
                .list()
                .thenApply(found -> found.stream().map(this::brief).toList());
    }

    /** One product, with its category and its tags. */
    @GET
    @Path("{sku}")
    public CompletionStage<Map<String, Object>> find(@PathParam("sku") String sku) {
        return products.select(Map.of("sku", sku))
                .include("category", "tags")
                .first()
                .thenApply(found -> products.toMap(found.orElseThrow(NotFoundException::new), "-version"));
    }

    private Map<String, Object> brief(Product product) {
        return products.toMap(product, "sku", "name", "price", "stock", "category.name");
    }
}
