/** What users of plain Liquibase call; loaded by class loaders of its own, one for each version. */
@NullMarked
package org.easymodel.liquibase.plain;

import org.jspecify.annotations.NullMarked;
