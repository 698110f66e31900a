/**
 * The goals: revisions, their check, the explanation and the diagram of a model at build time, upgrade and downgrade for
 * reviewers. The model is read in a class loader of its own, out of which only text comes. Entry type: {@link
 * org.easymodel.maven.RevisionGoal}. May import: {@code java.*}, Maven, {@code migrate}, {@code liquibase}, {@code diagram},
 * {@code schema}, {@code failure}.
 */
@NullMarked
package org.easymodel.maven;

import org.jspecify.annotations.NullMarked;
