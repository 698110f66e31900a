package org.easymodel;

import jakarta.json.JsonObject;

/**
 * What an entity takes and gives, as JSON Schema 2020-12: for forms, for clients, for documents of an interface.
 *
 * <pre>{@code
 * JsonObject schema = users.schema().without("createdAt", "orders.items").json();
 * }</pre>
 *
 * <p>Types, lengths, ranges, patterns and enumerations come from the mapping, from the constraints of Bean Validation and from
 * the annotations of {@link org.easymodel.model}; what is {@link org.easymodel.model.Hidden} is left out. Required is what
 * {@code insertMap} would refuse to miss. An entity at the other end of a relationship is a definition of its own under
 * {@code $defs}, which takes either a key to link by or what a new row needs. The same entities give the same text every
 * time. Immutable and safe for any number of threads.
 */
public interface EntitySchema {

    /**
     * The schema without some properties.
     *
     * @param paths attributes and relationships, over relationships and embeddables joined by dots
     * @return a new schema; this one stays as it is
     * @throws org.easymodel.failure.InvalidRequestException if there is no such path, with all of them at once
     */
    EntitySchema without(String... paths);

    /**
     * The schema as an object of Jakarta JSON Processing, which a server has; in Java SE the application brings an
     * implementation such as {@code org.eclipse.parsson:parsson}.
     *
     * @throws org.easymodel.failure.ConfigurationException if there is none
     */
    JsonObject json();
}
