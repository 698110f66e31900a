package org.easymodel.contract.scan.models.embedded.collections;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Collections of embeddables: nested, with relationships, with an order, overridden, as values of a map. */
public final class EmbeddedCollectionsModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Recipe.class, Ingredient.class, Amount.class, Step.class, Food.class);
    }

    @Override
    public List<Object> rows() {
        Food flour = new Food();
        flour.id = 1L;
        flour.name = "flour";
        Recipe recipe = new Recipe();
        recipe.id = 1L;
        recipe.ingredients.add(ingredient(flour, 500, "g"));
        recipe.ingredients.add(ingredient(null, 2, "cups"));
        recipe.steps.add(step("mix", 5));
        recipe.steps.add(step("bake", 40));
        recipe.steps.add(step("cool", 5));
        recipe.substitutes.put("vegan", ingredient(flour, 100, "g"));
        return List.of(flour, recipe);
    }

    private static Ingredient ingredient(Food food, double quantity, String unit) {
        Ingredient ingredient = new Ingredient();
        ingredient.food = food;
        ingredient.amount = new Amount();
        ingredient.amount.quantity = quantity;
        ingredient.amount.unit = unit;
        return ingredient;
    }

    private static Step step(String text, int minutes) {
        Step step = new Step();
        step.text = text;
        step.minutes = minutes;
        return step;
    }

    @Override
    public void change(Rows rows) {
        rows.the(Food.class).name = "rye";
        rows.the(Recipe.class).steps.remove(0);
        rows.the(Recipe.class).steps.add(step("eat", 10));
    }
}

@Entity
class Food {
    @Id
    Long id;

    @Column(unique = true)
    String name;
}

@Entity
class Recipe {
    @Id
    Long id;

    @ElementCollection
    @CollectionTable(name = "INGREDIENTS")
    @AttributeOverride(name = "amount.unit", column = @Column(name = "UNIT_NAME", length = 10))
    List<Ingredient> ingredients = new ArrayList<>();

    @ElementCollection
    @OrderColumn(name = "POSITION")
    List<Step> steps = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "SUBSTITUTES")
    @MapKeyColumn(name = "DIET", length = 20)
    @AttributeOverride(name = "value.amount.quantity", column = @Column(name = "QTY"))
    @AssociationOverride(name = "value.food", joinColumns = @JoinColumn(name = "OTHER_FOOD"))
    Map<String, Ingredient> substitutes = new HashMap<>();
}

@Embeddable
class Ingredient {
    @ManyToOne
    Food food;

    @Embedded
    Amount amount;
}

@Embeddable
class Amount {
    double quantity;

    @Column(nullable = false)
    String unit;
}

@Embeddable
class Step {
    @Column(name = "WORDS", nullable = false)
    String text;

    int minutes;
}
