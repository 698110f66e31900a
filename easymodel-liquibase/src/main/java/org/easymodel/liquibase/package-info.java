/**
 * Revisions as changelogs, and changelogs as steps of a database. Entry type:
 * {@link org.easymodel.liquibase.MigrationManager}. The only package that may import {@code liquibase}; beside it
 * {@code java.*}, {@code migrate}, {@code schema}, {@code failure}.
 */
@NullMarked
package org.easymodel.liquibase;

import org.jspecify.annotations.NullMarked;
