package org.easymodel.query;

/**
 * A query whose values a condition may compare with; a grouped query is one.
 *
 * <pre>{@code
 * users.select(attribute("id").in(posts.select().groupBy("author.id").count("posts").having(attribute("posts").greaterThan(3))))
 * }</pre>
 *
 * <p>Only queries of repositories can be used; they belong to the same persistence unit.
 */
public interface Subquery {}
