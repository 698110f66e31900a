package org.easymodel.eclipselink.scan;

import java.util.List;
import java.util.Optional;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;

/**
 * A foreign key before all tables are known. Immutable.
 *
 * @param name the name that the mapping gives, if it gives one
 * @param columns its columns
 * @param target the table that they lead to
 * @param targetColumns the columns of the target, in the order of {@code columns}
 * @param onDelete what the database does when the target row goes
 * @param because the relationship or rule that it comes from
 */
record ForeignKeyDraft(
        Optional<Identifier> name,
        List<Identifier> columns,
        TableName target,
        List<Identifier> targetColumns,
        ForeignKey.OnDelete onDelete,
        String because) {}
