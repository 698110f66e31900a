package org.easymodel.migrate;

import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.check;
import static org.easymodel.migrate.Shop.constants;
import static org.easymodel.migrate.Shop.index;
import static org.easymodel.migrate.Shop.indexOf;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.positions;
import static org.easymodel.migrate.Shop.required;
import static org.easymodel.migrate.Shop.sequence;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;
import static org.easymodel.migrate.Shop.where;
import static org.easymodel.migrate.Shop.with;
import static org.easymodel.migrate.Shop.withDefault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.migrate.MigrationCasesTest.Row;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.EnumValues;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;

/** Rows of the case matrix about types and primary keys. */
final class TypeCases {

    private static final RevisionOptions NONE = RevisionOptions.none();

    private TypeCases() {}

    static Stream<Row> rows() {
        return Stream.of(types(), aroundTypes(), keys(), numbers()).flatMap(rows -> rows);
    }

    private static Row row(
            String id, SchemaModel before, SchemaModel after, RevisionOptions options, String... expected) {
        return new Row(id, before, after, options, List.of(expected));
    }

    private static Column typed(String name, String type) {
        return Column.nullable(name, ColumnType.parse(type));
    }

    private static Row change(String id, String before, String after, String expected) {
        RevisionOptions options = expected.startsWith("data-loss") ? NONE.accepting("EM106:P.V") : NONE;
        return row(
                id,
                model(table("P", typed("V", before))),
                model(table("P", typed("V", after))),
                options,
                expected.startsWith("EM-") ? expected : expected + " ModifyType P.V from " + before + " to " + after);
    }

    private static Stream<Row> types() {
        return Stream.of(
                change("MC048", "STRING(50)", "STRING(200)", "safe"),
                change("MC050", "STRING(50)", "STRING(3)", "data-loss"),
                change("MC051", "INT32", "INT64", "lock"),
                change("MC052", "INT64", "INT32", "data-loss"),
                change("MC055", "DECIMAL(8,2)", "DECIMAL(10,2)", "safe"),
                change("MC056", "DECIMAL(8,2)", "DECIMAL(5,2)", "data-loss"),
                change("MC057", "DECIMAL(8,2)", "DECIMAL(8,1)", "data-loss"),
                change("MC058", "TIMESTAMP", "DATE", "data-loss"),
                change("MC060", "TIMESTAMP", "TIMESTAMP_TZ", "EM-3002"),
                change("MC060 back", "TIMESTAMP_TZ", "TIMESTAMP", "EM-3002"),
                change("MC062", "STRING(20)", "INT32", "data-loss"),
                change("MC063", "INT64", "STRING(20)", "lock"),
                change("MC064", "STRING(4000)", "LOB_TEXT", "safe"),
                change("MC066", "LOB_BIN", "LOB_BIN(10)", "safe"),
                change("more digits of the second", "TIMESTAMP(3)", "TIMESTAMP(6)", "safe"),
                change("truth becomes a number", "BOOL", "INT32", "lock"),
                change("bytes become text", "LOB_BIN", "LOB_TEXT", "EM-3002"),
                change("SQL text that means something", "NATIVE(\"VARCHAR(20)\")", "STRING(50)", "safe"),
                change("SQL text that the database knows", "NATIVE(\"JSONB\")", "LOB_TEXT", "EM-3002"),
                row("not accepted", model(table("P", text("V", 50))), model(table("P", text("V", 3))), NONE, "EM-3006"),
                row(
                        "MC039",
                        model(table("P", text("NAME", 50))),
                        model(table("P", required(text("TITLE", 80)))),
                        NONE.withRename("P.NAME=TITLE"),
                        "safe RenameColumn P.NAME to TITLE",
                        "safe ModifyType P.TITLE from STRING(50) to STRING(80)",
                        "lock AddNotNull P.TITLE"),
                row(
                        "MC128",
                        model(of(table("P", constants("K", "SHORT")), check("CK", "K IN ('SHORT')"))),
                        model(of(
                                table(
                                        "P",
                                        constants("K", "SHORT", "MUCH LONGER").withType(ColumnType.string(20))),
                                check("CK", "K IN ('SHORT', 'MUCH LONGER')"))),
                        NONE,
                        "safe DropCheck P.CK",
                        "safe ModifyType P.K from STRING(10) to STRING(20)",
                        "safe ChangeEnumValues P.K",
                        "lock AddCheck P.CK"),
                row(
                        "constants become positions",
                        model(table("P", constants("K", "A", "B"))),
                        model(table("P", positions("K", "A", "B"))),
                        NONE,
                        "EM-3080"));
    }

    private static Stream<Row> aroundTypes() {
        Column amount = required(withDefault(number("Q"), "1"));
        Table plain = of(
                table("P", amount, text("NAME", 50)),
                unique("Q"),
                index("NAME", "Q"),
                index(where(indexOf("DX_Q", "(Q + 1)"), "Q > 0")),
                check("CK", "Q > 0"));
        Table wide = plain.withColumns(List.of(
                Column.required("ID", ColumnType.of(ColumnType.Kind.INT64)),
                amount.withType(ColumnType.of(ColumnType.Kind.INT64)).withDefaultValue(Optional.of("2")),
                text("NAME", 80)));
        Table parent = table("P", text("NAME", 50));
        Table wideParent = parent.withColumns(List.of(required(typed("ID", "STRING(20)")), text("NAME", 50)));
        return Stream.of(
                row(
                        "MC051 with all that leans on it",
                        model(plain),
                        model(wide),
                        NONE,
                        "safe ModifyType P.NAME from STRING(50) to STRING(80)",
                        "lock ModifyType P.Q from INT32 to INT64"),
                row(
                        "MC063 with all that leans on it",
                        model(of(table("P", amount), unique("Q"), index("Q", "ID"))),
                        model(of(
                                table("P", required(withDefault(text("Q", 20), "'none'"))),
                                unique("Q"),
                                index("Q", "ID"))),
                        NONE,
                        "lock ModifyType P.Q from INT32 to STRING(20)"),
                row(
                        "MC063 both ends of a foreign key",
                        model(parent, of(table("C", big("P_ID"), text("T", 5)), key("P_ID", "P"))),
                        model(wideParent, of(table("C", text("P_ID", 20), text("T", 5)), key("P_ID", "P"))),
                        NONE,
                        "safe DropForeignKey C.FK_C_P_ID",
                        "lock ModifyType C.P_ID from INT64 to STRING(20)",
                        "lock ModifyType P.ID from INT64 to STRING(20)",
                        "lock AddForeignKey C.FK_C_P_ID"),
                row(
                        "type and value for empty rows",
                        model(table("P", number("Q"))),
                        model(table("P", required(text("Q", 20)))),
                        NONE.withDefault("P.Q='none'"),
                        "lock ModifyType P.Q from INT32 to STRING(20)",
                        "lock FillColumn P.Q",
                        "lock AddNotNull P.Q"),
                row(
                        "key over text without a limit",
                        model(of(table("P", text("K", 50)), unique("K"))),
                        model(of(table("P", typed("K", "LOB_TEXT")), unique("K"))),
                        NONE,
                        "EM-3019"),
                row(
                        "an enumeration of more than its names",
                        model(table("P", text("K", 5))),
                        model(table(
                                "P",
                                text("K", 10)
                                        .withValues(Optional.of(new EnumValues(EnumValues.Kind.TEXT, List.of("A")))))),
                        NONE,
                        "safe ModifyType P.K from STRING(5) to STRING(10)",
                        "safe ChangeEnumValues P.K"));
    }

    private static Table keyed(Table table, String... columns) {
        return table.withPrimaryKey(Optional.of(new PrimaryKey(
                Identifier.of("PK_P"), Stream.of(columns).map(Identifier::of).toList())));
    }

    private static Table link(String... key) {
        List<Identifier> names = Stream.of(key).map(Identifier::of).toList();
        return table("L", required(big("P_ID")), required(big("Q_ID")))
                .withPrimaryKey(Optional.of(new PrimaryKey(Identifier.of("PK_L"), names)));
    }

    private static Stream<Row> keys() {
        Table k = table("P", required(text("K", 10)));
        Table free = table("P", text("K", 10));
        Table ab = table("P", required(number("A")), required(number("B")));
        return Stream.of(
                row(
                        "MC080",
                        model(k),
                        model(keyed(k, "K")),
                        NONE,
                        "safe DropPrimaryKey P.PK_P",
                        "lock AddPrimaryKey P.PK_P"),
                row(
                        "MC080 with a foreign key to the old one",
                        model(k, of(table("C", big("P_ID")), key("P_ID", "P"))),
                        model(of(keyed(k, "K"), unique("ID")), of(table("C", big("P_ID")), key("P_ID", "P"))),
                        NONE,
                        "safe DropForeignKey C.FK_C_P_ID",
                        "safe DropPrimaryKey P.PK_P",
                        "lock AddPrimaryKey P.PK_P",
                        "lock AddUniqueKey P.UK_P_ID",
                        "lock AddForeignKey C.FK_C_P_ID"),
                row(
                        "MC082",
                        model(table("P", number("A")).withPrimaryKey(Optional.empty())),
                        model(keyed(table("P", required(number("A"))), "A")),
                        NONE.withDefault("P.A=9"),
                        "lock FillColumn P.A",
                        "lock AddNotNull P.A",
                        "lock AddPrimaryKey P.PK_P"),
                row(
                        "key taken away",
                        model(k),
                        model(k.withPrimaryKey(Optional.empty())),
                        NONE,
                        "safe DropPrimaryKey P.PK_P"),
                row(
                        "MC083",
                        model(keyed(ab, "A")),
                        model(keyed(ab, "A", "B")),
                        NONE,
                        "safe DropPrimaryKey P.PK_P",
                        "lock AddPrimaryKey P.PK_P"),
                row(
                        "MC083 with a new column",
                        model(keyed(free, "ID")),
                        model(keyed(table("P", text("K", 10), required(number("N"))), "ID", "N")),
                        NONE.withDefault("P.N=1"),
                        "safe DropPrimaryKey P.PK_P",
                        "safe AddColumn P.N",
                        "lock FillColumn P.N",
                        "lock AddNotNull P.N",
                        "lock AddPrimaryKey P.PK_P"),
                row(
                        "MC084",
                        model(keyed(ab, "A", "B")),
                        model(keyed(ab, "B", "A")),
                        NONE,
                        "safe DropPrimaryKey P.PK_P",
                        "lock AddPrimaryKey P.PK_P"),
                row(
                        "MC084 below foreign keys that lean on it",
                        model(table("P"), of(link("P_ID", "Q_ID"), key("P_ID", "P"), key("Q_ID", "P"))),
                        model(table("P"), of(link("Q_ID", "P_ID"), key("P_ID", "P"), key("Q_ID", "P"))),
                        NONE,
                        "safe DropForeignKey L.FK_L_P_ID",
                        "safe DropPrimaryKey L.PK_L",
                        "lock AddPrimaryKey L.PK_L",
                        "lock AddForeignKey L.FK_L_P_ID"),
                row(
                        "MC085",
                        model(table("P")),
                        model(table("P")
                                .withColumns(List.of(Column.required("ID", ColumnType.of(ColumnType.Kind.UUID))))),
                        NONE,
                        "EM-3002"));
    }

    private static Table numbered(Table table) {
        return table.withColumns(table.columns().stream()
                .map(each -> each.name().text().equals("ID") ? each.withIdentity(true) : each)
                .toList());
    }

    private static Stream<Row> numbers() {
        Table p = table("P", text("NAME", 50));
        Table small = p.withColumns(List.of(required(number("ID")).withIdentity(true), text("NAME", 50)));
        return Stream.of(
                row(
                        "MC086",
                        model(numbered(p)),
                        with(model(p), sequence("P_SEQ", 50, 50)),
                        NONE,
                        "safe CreateSequence P_SEQ",
                        "lock DropIdentity P.ID"),
                row(
                        "MC087",
                        with(model(p), sequence("P_SEQ", 50, 50)),
                        model(numbered(p)),
                        NONE.accepting("EM118:P_SEQ"),
                        "lock AddIdentity P.ID",
                        "data-loss DropSequence P_SEQ"),
                row(
                        "MC086 below keys and indexes",
                        model(numbered(of(p, index("ID", "NAME"))), of(table("C", big("P_ID")), key("P_ID", "P"))),
                        model(of(p, index("ID", "NAME")), of(table("C", big("P_ID")), key("P_ID", "P"))),
                        NONE,
                        "safe DropForeignKey C.FK_C_P_ID",
                        "lock DropIdentity P.ID",
                        "lock AddForeignKey C.FK_C_P_ID"),
                row(
                        "MC051 of a numbered column",
                        model(small),
                        model(numbered(p)),
                        NONE,
                        "lock ModifyType P.ID from INT32 to INT64"),
                row(
                        "MC086 with another type",
                        model(small),
                        model(p),
                        NONE,
                        "lock ModifyType P.ID from INT32 to INT64",
                        "lock DropIdentity P.ID"),
                row(
                        "MC086 to a generator in a table",
                        model(numbered(p)),
                        model(p, Shop.generators("G", "P")),
                        NONE,
                        "safe CreateTable G",
                        "safe AddGeneratorRow G.P",
                        "lock DropIdentity P.ID"),
                row(
                        "MC083 by a new number",
                        model(p.withPrimaryKey(Optional.empty()).withColumns(List.of(text("NAME", 50)))),
                        model(numbered(p)),
                        NONE,
                        "lock AddColumn P.ID",
                        "lock AddPrimaryKey P.PK_P"),
                row(
                        "numbered without being the key",
                        model(p.withPrimaryKey(Optional.empty())),
                        model(numbered(p).withPrimaryKey(Optional.empty())),
                        NONE,
                        "EM-3003"),
                row(
                        "MC090",
                        with(model(p), sequence("S", 1, 1)),
                        with(model(p), sequence("S", 50, 50)),
                        NONE,
                        "safe ChangeSequence S from 1 by 1 to 50 by 50"),
                row(
                        "MC090 back",
                        with(model(p), sequence("S", 100, 100)),
                        with(model(p), sequence("S", 1, 1)),
                        NONE,
                        "safe ChangeSequence S from 100 by 100 to 1 by 1"));
    }
}
