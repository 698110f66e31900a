package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.easymodel.schema.Column;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;

/**
 * Rates the changes of one plan. What works on a table that the same plan creates is harmless, since the table holds no
 * rows yet. For one plan and one thread.
 */
final class DangerRating {

    private final Set<TableName> created = new HashSet<>();
    private final Set<TableName> ended = new HashSet<>();
    private final Set<String> filled = new HashSet<>();
    private final Set<String> stripped = new HashSet<>();

    private DangerRating(List<Change> plan) {
        for (Change change : plan) {
            if (change instanceof Change.CreateTable create) {
                created.add(create.table().name());
            } else if (change instanceof Change.DropTable drop) {
                ended.add(drop.table().name());
            } else if (change instanceof Change.AddColumn add) {
                filled.add(add.target());
            } else if (change instanceof Change.DropUniqueKey drop) {
                strip(drop.table(), drop.key().columns());
            } else if (change instanceof Change.DropIndex drop) {
                strip(drop.table(), drop.index().columns());
            } else if (change instanceof Change.DropForeignKey drop) {
                strip(drop.table(), drop.key().columns());
            }
        }
    }

    static List<RatedChange> rate(List<Change> plan, Tactics tactics) {
        DangerRating rating = new DangerRating(plan);
        List<RatedChange> rated = plan.stream().map(rating::rate).toList();
        return tactics == Tactics.ONLINE
                ? rated.stream().map(DangerRating::online).toList()
                : rated;
    }

    /** What looks at every row of a table that may be in use can let others go on. */
    private static RatedChange online(RatedChange rated) {
        Change change = rated.change();
        boolean possible = change instanceof Change.CreateIndex
                || change instanceof Change.AddUniqueKey
                || change instanceof Change.AddForeignKey
                || change instanceof Change.AddCheck
                || change instanceof Change.AddNotNull
                || change instanceof Change.FillColumn
                || change instanceof Change.CopyColumn;
        return possible && !rated.rules().isEmpty()
                ? new RatedChange(
                        change,
                        rated.rules(),
                        Stream.concat(rated.flags().stream(), Stream.of(ChangeFlag.ONLINE))
                                .toList())
                : rated;
    }

    private void strip(TableName table, List<Identifier> columns) {
        columns.forEach(column -> stripped.add(table + "." + column));
    }

    private RatedChange rate(Change change) {
        List<DangerRule> rules = new ArrayList<>();
        List<ChangeFlag> flags = new ArrayList<>();
        if (change instanceof Change.DropTable) {
            rules.add(DangerRule.EM101);
            flags.add(ChangeFlag.BREAKS_OLD_CODE);
        } else if (change instanceof Change.DropColumn drop) {
            rules.add(DangerRule.EM102);
            flags.add(ChangeFlag.BREAKS_OLD_CODE);
            if (stripped.contains(drop.target())) {
                rules.add(DangerRule.EM117);
            }
        } else if (change instanceof Change.DropSequence) {
            rules.add(DangerRule.EM118);
            flags.add(ChangeFlag.BREAKS_OLD_CODE);
        } else if (change instanceof Change.DropGeneratorRow drop) {
            if (!ended.contains(drop.table())) {
                rules.add(DangerRule.EM118);
                flags.add(ChangeFlag.BREAKS_OLD_CODE);
            }
        } else if (change instanceof Change.RunSql
                || change instanceof Change.RunJava
                || change instanceof Change.CopyColumn) {
            rules.add(DangerRule.EM119);
        } else if (change instanceof Change.ChangeEnumValues values) {
            rate(values, rules, flags);
        } else if (change instanceof Change.ModifyType modify) {
            rate(modify, rules, flags);
        } else if (change instanceof Change.ChangeIdentity) {
            rules.add(DangerRule.EM115);
            flags.add(ChangeFlag.DATA_DEPENDENT);
        } else if (change instanceof Change.RenameTable || change instanceof Change.RenameColumn) {
            rules.add(DangerRule.EM116);
            flags.add(ChangeFlag.BREAKS_OLD_CODE);
            flags.add(ChangeFlag.NEEDS_HINT);
        } else {
            rateGrowth(change, rules, flags);
        }
        return new RatedChange(change, rules, flags);
    }

    private static void rate(Change.ChangeEnumValues values, List<DangerRule> rules, List<ChangeFlag> flags) {
        if (values.movesPositions()) {
            rules.add(DangerRule.EM113);
        } else if (!values.removed().isEmpty()) {
            rules.add(DangerRule.EM112);
        }
        if (!rules.isEmpty()) {
            flags.add(ChangeFlag.BREAKS_OLD_CODE);
            flags.add(ChangeFlag.DATA_DEPENDENT);
        }
    }

    private static void rate(Change.ModifyType modify, List<DangerRule> rules, List<ChangeFlag> flags) {
        switch (modify.conversion().effect()) {
            case FREE -> {
                return;
            }
            case REWRITE -> rules.add(DangerRule.EM107);
            case NARROWING -> {
                rules.add(DangerRule.EM106);
                flags.add(ChangeFlag.DATA_DEPENDENT);
            }
            default -> rules.add(DangerRule.EM106);
        }
    }

    private void rateGrowth(Change change, List<DangerRule> rules, List<ChangeFlag> flags) {
        if (change instanceof Change.AddColumn add) {
            if (isVolatile(add.column())) {
                rules.add(DangerRule.EM108);
            }
        } else if (change instanceof Change.FillColumn fill) {
            rules.add(filled.contains(fill.target()) ? DangerRule.EM105 : DangerRule.EM104);
        } else if (change instanceof Change.AddNotNull add) {
            rules.add(filled.contains(add.target()) ? DangerRule.EM105 : DangerRule.EM104);
            flags.add(ChangeFlag.DATA_DEPENDENT);
        } else if (change instanceof Change.AddPrimaryKey add) {
            guarded(add.table(), DangerRule.EM114, rules, flags);
            flags.add(ChangeFlag.BREAKS_OLD_CODE);
        } else if (change instanceof Change.AddUniqueKey add) {
            guarded(add.table(), DangerRule.EM109, rules, flags);
        } else if (change instanceof Change.CreateIndex create) {
            if (create.index().unique()) {
                guarded(create.table(), DangerRule.EM109, rules, flags);
            } else if (!created.contains(create.table())) {
                rules.add(DangerRule.EM111);
            }
        } else if (change instanceof Change.AddForeignKey add) {
            guarded(add.table(), DangerRule.EM110, rules, flags);
        } else if (change instanceof Change.AddCheck add) {
            guarded(add.table(), DangerRule.EM112, rules, flags);
        }
    }

    private void guarded(TableName table, DangerRule rule, List<DangerRule> rules, List<ChangeFlag> flags) {
        if (!created.contains(table)) {
            rules.add(rule);
            flags.add(ChangeFlag.DATA_DEPENDENT);
        }
    }

    private static boolean isVolatile(Column column) {
        String value = column.defaultValue().orElse("").toUpperCase(Locale.ROOT);
        return column.identity() || value.contains("(") && (value.contains("UUID") || value.contains("RANDOM"));
    }
}
