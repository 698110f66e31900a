package org.easymodel.contract.scan.models;

import java.util.function.Predicate;

/** A reason for which our tables differ from those that EclipseLink makes. */
record Improvement(String name, String explanation, Predicate<Difference> matches) {}
