package org.easymodel.contract.scan.models;

import java.util.function.BiPredicate;

/**
 * A reason for which our tables differ from those that EclipseLink makes.
 *
 * @param name what the difference is called
 * @param explanation why ours is better, in one or two sentences
 * @param matches whether it is the reason of a difference from ours
 */
record Improvement(String name, String explanation, BiPredicate<Difference, SchemaFacts> matches) {}
