package org.easymodel.model;

/**
 * Relationships that are said in code rather than by {@link References} on the attributes: for entities that may not be
 * changed, or to keep all relationships in one place.
 *
 * <pre>{@code
 * public final class ShopRelationships implements RelationshipRules {
 *
 *     @Override
 *     public void declare(Relationships relationships) {
 *         relationships.key(Order.class, "customerId").references(Customer.class).attribute("buyer").inverse("purchases");
 *         relationships.none(Order.class, "externalId");
 *     }
 * }
 * }</pre>
 *
 * <p>The property {@code easymodel.relationships} of the persistence unit names the class, or several separated by commas. Each
 * has a public constructor without parameters, and is asked once for each deployment and by the Maven goals. A rule goes before
 * an annotation and before a name; a declared mapping goes before a rule.
 */
@FunctionalInterface
public interface RelationshipRules {

    /**
     * Says which attributes hold the keys of other entities.
     *
     * @param relationships where to say it; of no use after this call
     */
    void declare(Relationships relationships);
}
