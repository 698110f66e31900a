package org.easymodel.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.check;
import static org.easymodel.migrate.Shop.comment;
import static org.easymodel.migrate.Shop.constants;
import static org.easymodel.migrate.Shop.generators;
import static org.easymodel.migrate.Shop.index;
import static org.easymodel.migrate.Shop.indexOf;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.note;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.numbers;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.positions;
import static org.easymodel.migrate.Shop.renamed;
import static org.easymodel.migrate.Shop.required;
import static org.easymodel.migrate.Shop.sequence;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;
import static org.easymodel.migrate.Shop.uniqueIndex;
import static org.easymodel.migrate.Shop.using;
import static org.easymodel.migrate.Shop.where;
import static org.easymodel.migrate.Shop.with;
import static org.easymodel.migrate.Shop.withDefault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.UniqueKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the case matrix that the supported changes cover, each by its number. */
public class MigrationCasesTest {

    /** One row: what is there, what shall be, what a person adds, and the changes or the code of the refusal. */
    public record Row(
            String id, SchemaModel before, SchemaModel after, RevisionOptions options, List<String> expected) {

        @Override
        public String toString() {
            return id;
        }
    }

    private static final RevisionOptions NONE = RevisionOptions.none();
    private static final SchemaModel EMPTY = SchemaModel.empty();
    private static final Table P = table("P", text("NAME", 50));
    private static final Table C = table("C", big("P_ID"));

    private static Row row(
            String id, SchemaModel before, SchemaModel after, RevisionOptions options, String... expected) {
        return new Row(id, before, after, options, List.of(expected));
    }

    private static Table named(Table table, String key) {
        return table.withPrimaryKey(Optional.of(new PrimaryKey(Identifier.of(key), List.of(Identifier.of("ID")))));
    }

    private static Table uniqueNamed(Table table, String name, String... columns) {
        List<Identifier> names = Stream.of(columns).map(Identifier::of).toList();
        return table.withUniqueKeys(List.of(new UniqueKey(Identifier.of(name), names)));
    }

    public static Stream<Row> rows() {
        return Stream.of(
                        tables(),
                        columns(),
                        keys(),
                        indexesAndChecks(),
                        enumerations(),
                        generatorRows(),
                        sequencesAndNoise(),
                        TypeCases.rows())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> tables() {
        return Stream.of(
                row("MC001", EMPTY, model(P), NONE, "safe CreateTable P"),
                row(
                        "MC002",
                        model(P),
                        model(P, of(C, key("P_ID", "P"))),
                        NONE,
                        "safe CreateTable C",
                        "safe AddForeignKey C.FK_C_P_ID"),
                row(
                        "MC003",
                        EMPTY,
                        model(
                                of(table("A", big("B_ID")), key("B_ID", "B")),
                                of(table("B", big("A_ID")), key("A_ID", "A"))),
                        NONE,
                        "safe CreateTable A",
                        "safe CreateTable B",
                        "safe AddForeignKey A.FK_A_B_ID",
                        "safe AddForeignKey B.FK_B_A_ID"),
                row(
                        "MC004",
                        EMPTY,
                        model(of(table("N", big("PARENT_ID")), key("PARENT_ID", "N"))),
                        NONE,
                        "safe CreateTable N",
                        "safe AddForeignKey N.FK_N_PARENT_ID"),
                row(
                        "MC005",
                        EMPTY,
                        model(
                                of(table("A", big("B_ID")), key("B_ID", "B")),
                                of(table("B", big("C_ID")), key("C_ID", "C")),
                                table("C")),
                        NONE,
                        "safe CreateTable A",
                        "safe CreateTable B",
                        "safe CreateTable C",
                        "safe AddForeignKey A.FK_A_B_ID",
                        "safe AddForeignKey B.FK_B_C_ID"),
                row(
                        "MC008",
                        model(
                                of(table("A", big("B_ID")), key("B_ID", "B")),
                                of(table("B", big("A_ID")), key("A_ID", "A"))),
                        EMPTY,
                        NONE.accepting("EM101:A").accepting("EM101:b"),
                        "safe DropForeignKey A.FK_A_B_ID",
                        "safe DropForeignKey B.FK_B_A_ID",
                        "data-loss DropTable A",
                        "data-loss DropTable B"),
                row("MC008 not accepted", model(P), EMPTY, NONE, "EM-3006"),
                row(
                        "MC009",
                        model(P, of(C, key("P_ID", "P"))),
                        model(C),
                        NONE.accepting("EM101:P"),
                        "safe DropForeignKey C.FK_C_P_ID",
                        "data-loss DropTable P"),
                row("MC011", model(P), model(table("Q", text("NAME", 50))), NONE, "EM-3008"),
                row("MC012", model(P), model(P), NONE),
                row(
                        "MC013",
                        model(named(P, "PK_P")),
                        renamed(
                                model(named(table("Q", text("NAME", 50), text("EXTRA", 10)), "PK_P")),
                                note("Q", "", "P")),
                        NONE,
                        "safe RenameTable P to Q",
                        "safe AddColumn Q.EXTRA"),
                row(
                        "MC014",
                        model(named(P, "PK_P"), of(C, key("P_ID", "P"))),
                        renamed(
                                model(named(table("Q", text("NAME", 50)), "PK_P"), of(C, key("P_ID", "Q"))),
                                note("Q", "", "P")),
                        NONE,
                        "safe RenameTable P to Q"),
                row(
                        "MC014 derived names",
                        model(P, of(C, key("P_ID", "P"))),
                        model(table("Q", text("NAME", 50)), of(C, key("P_ID", "Q"))),
                        NONE.withRename("p=q"),
                        "safe RenameTable P to Q",
                        "safe RenamePrimaryKey Q.PK_P to PK_Q"),
                row(
                        "MC015",
                        model(named(table("A", number("X")), "PK_1"), named(table("B", number("Y")), "PK_2")),
                        model(named(table("B", number("X")), "PK_1"), named(table("A", number("Y")), "PK_2")),
                        NONE.withRename("A=B").withRename("B=A"),
                        "safe RenameTable A to EM_TMP_559AEAD0",
                        "safe RenameTable B to A",
                        "safe RenameTable EM_TMP_559AEAD0 to B"));
    }

    private static Stream<Row> columns() {
        SchemaModel withText = model(table("P", text("NAME", 50), text("K", 10)));
        return Stream.of(
                row(
                        "MC020",
                        model(P),
                        model(table("P", text("NAME", 50), text("NOTE", 20))),
                        NONE,
                        "safe AddColumn P.NOTE"),
                row(
                        "MC022 refused",
                        model(P),
                        model(table("P", text("NAME", 50), required(number("LVL")))),
                        NONE,
                        "EM-3001"),
                row(
                        "MC022",
                        model(P),
                        model(table("P", text("NAME", 50), required(number("LVL")))),
                        NONE.withDefault("P.lvl=0"),
                        "safe AddColumn P.LVL",
                        "lock FillColumn P.LVL",
                        "lock AddNotNull P.LVL"),
                row(
                        "MC025",
                        model(P),
                        model(table(
                                "P",
                                text("NAME", 50),
                                required(withDefault(
                                        Column.nullable("U", ColumnType.of(ColumnType.Kind.UUID)),
                                        "gen_random_uuid()")))),
                        NONE,
                        "lock AddColumn P.U"),
                row(
                        "MC026",
                        model(P),
                        model(table(
                                "P",
                                text("NAME", 50),
                                required(withDefault(
                                        Column.nullable("CREATED", ColumnType.of(ColumnType.Kind.TIMESTAMP)),
                                        "CURRENT_TIMESTAMP")))),
                        NONE,
                        "safe AddColumn P.CREATED"),
                row("MC031", withText, model(P), NONE.accepting("EM102:P.K"), "data-loss DropColumn P.K"),
                row("MC031 not accepted", withText, model(P), NONE, "EM-3006"),
                row(
                        "MC032",
                        model(of(table("P", number("A"), number("B"), number("C")), index("B", "C"))),
                        model(table("P", number("A"), number("C"))),
                        NONE.accepting("EM102:P.B"),
                        "safe DropIndex P.IX_P_B_C",
                        "data-loss DropColumn P.B"),
                row(
                        "MC033",
                        model(
                                P,
                                of(
                                        table("C", big("P_ID"), text("K", 5)),
                                        key("P_ID", "P"),
                                        unique("K"),
                                        index("K", "P_ID"))),
                        model(P, table("C")),
                        NONE.accepting("EM102:C.K").accepting("EM102:C.P_ID"),
                        "safe DropForeignKey C.FK_C_P_ID",
                        "safe DropUniqueKey C.UK_C_K",
                        "safe DropIndex C.IX_C_K_P_ID",
                        "data-loss DropColumn C.K",
                        "data-loss DropColumn C.P_ID"),
                row(
                        "MC035 note",
                        model(P),
                        renamed(model(table("P", text("TITLE", 50))), note("P", "TITLE", "NAME")),
                        NONE,
                        "safe RenameColumn P.NAME to TITLE"),
                row(
                        "MC035 option",
                        model(P),
                        model(table("P", text("TITLE", 50))),
                        NONE.withRename("P.name=title"),
                        "safe RenameColumn P.NAME to TITLE"),
                row("MC036", model(P), model(table("P", text("TITLE", 50))), NONE, "EM-3007"),
                row(
                        "MC037",
                        model(table("P", number("A"), number("B"))),
                        model(table("P", number("X"), number("Y"))),
                        NONE,
                        "EM-3007",
                        "EM-3007"),
                row("MC038", model(P), model(P), NONE),
                row(
                        "MC132",
                        model(table("P", text("ADDR_CITY", 50)), table("Q", text("ADDR_CITY", 50))),
                        renamed(
                                model(table("P", text("ADDR_TOWN", 50)), table("Q", text("ADDR_TOWN", 50))),
                                note("P", "ADDR_TOWN", "ADDR_CITY"),
                                note("Q", "ADDR_TOWN", "ADDR_CITY")),
                        NONE,
                        "safe RenameColumn P.ADDR_CITY to ADDR_TOWN",
                        "safe RenameColumn Q.ADDR_CITY to ADDR_TOWN"),
                row(
                        "MC040",
                        model(P, of(C, key("P_ID", "P"))),
                        model(P, of(table("C", big("PARENT_ID")), key("PARENT_ID", "P"))),
                        NONE.withRename("C.P_ID=PARENT_ID"),
                        "safe RenameColumn C.P_ID to PARENT_ID",
                        "safe RenameForeignKey C.FK_C_P_ID to FK_C_PARENT_ID"),
                row(
                        "MC042",
                        model(table("P", text("TITLE", 50))),
                        renamed(model(table("P", text("TITLE", 50))), note("P", "TITLE", "NAME")),
                        NONE),
                row("MC044", model(table("P", text("userName", 50))), model(table("P", text("username", 50))), NONE),
                row(
                        "MC045",
                        model(table("P", text("\"userName\"", 50))),
                        model(table("P", text("\"username\"", 50))),
                        NONE,
                        "EM-3007"),
                row(
                        "MC046",
                        model(table("P", number("A"), number("B"))),
                        model(table("P", number("B"), number("A"))),
                        NONE),
                row("MC070", model(P), model(table("P", required(text("NAME", 50)))), NONE, "lock AddNotNull P.NAME"),
                row(
                        "MC072",
                        model(P),
                        model(table("P", required(text("NAME", 50)))),
                        NONE.withDefault("P.NAME='?'"),
                        "lock FillColumn P.NAME",
                        "lock AddNotNull P.NAME"),
                row(
                        "MC073",
                        model(table("P", required(number("Q")))),
                        model(table("P", number("Q"))),
                        NONE,
                        "safe DropNotNull P.Q"),
                row(
                        "MC075",
                        model(table("P", number("Q"))),
                        model(table("P", withDefault(number("Q"), "1"))),
                        NONE,
                        "safe SetDefault P.Q"),
                row(
                        "MC076",
                        model(table("P", withDefault(number("Q"), "1"))),
                        model(table("P", withDefault(number("Q"), "2"))),
                        NONE,
                        "safe SetDefault P.Q"),
                row(
                        "MC078",
                        model(table(
                                "P",
                                withDefault(number("Q"), "1"),
                                withDefault(Column.nullable("M", ColumnType.of(ColumnType.Kind.TIMESTAMP)), "now()"))),
                        model(table(
                                "P",
                                withDefault(number("Q"), "1.0"),
                                withDefault(
                                        Column.nullable("M", ColumnType.of(ColumnType.Kind.TIMESTAMP)),
                                        "CURRENT_TIMESTAMP"))),
                        NONE),
                row(
                        "taken",
                        model(table("P", text("A", 5), text("B", 5))),
                        model(table("P", text("B", 5))),
                        NONE.withRename("P.A=B"),
                        "EM-3011"),
                row("nothing", model(P), model(P), NONE.withRename("P.X=Y").withRename("R=S"), "EM-3009", "EM-3009"),
                row("nowhere", model(P), model(P), NONE.withRename("P.NAME=Y"), "EM-3010"),
                row("stray default", model(P), model(P), NONE.withDefault("P.NAME=Y"), "EM-3012"),
                row("stray accept", model(P), model(P), NONE.accepting("EM102:P.NAME"), "EM-3013"),
                row(
                        "unreadable",
                        model(P),
                        model(table("P", text("NAME", 50), required(number("N")))),
                        NONE.withDefault("P.N=x"),
                        "EM-3014"));
    }

    private static Stream<Row> keys() {
        Table k = table("P", text("K", 10));
        Table ab = table("P", number("A"), number("B"));
        return Stream.of(
                row("MC095", model(k), model(of(k, unique("K"))), NONE, "lock AddUniqueKey P.UK_P_K"),
                row(
                        "MC098",
                        model(of(table("R", big("K")), unique("K")), referring("R", "K")),
                        model(table("R", big("K")), referring("R", "ID")),
                        NONE,
                        "safe DropForeignKey C.FK_C_R",
                        "safe DropUniqueKey R.UK_R_K",
                        "lock AddForeignKey C.FK_C_R"),
                row(
                        "MC099",
                        model(uniqueNamed(k, "UQ_OLD", "K")),
                        model(uniqueNamed(k, "UQ_NEW", "K")),
                        NONE,
                        "safe RenameUniqueKey P.UQ_OLD to UQ_NEW"),
                row(
                        "MC100",
                        model(uniqueNamed(ab, "UQ", "A")),
                        model(uniqueNamed(ab, "UQ", "A", "B")),
                        NONE,
                        "safe DropUniqueKey P.UQ",
                        "lock AddUniqueKey P.UQ"),
                row("MC101", model(of(k, unique("K"))), model(uniqueNamed(k, "UK_P_K", "K")), NONE),
                row("MC104", EMPTY, model(of(k, index("K"))), NONE, "safe CreateTable P", "safe CreateIndex P.IX_P_K"),
                row("MC105", model(of(k, index("K"))), model(k), NONE, "safe DropIndex P.IX_P_K"),
                row("index", model(k), model(of(k, index("K"))), NONE, "lock CreateIndex P.IX_P_K"),
                row(
                        "MC106",
                        model(of(k, index("K"))),
                        model(of(k, uniqueIndex("IX_P_K", "K"))),
                        NONE,
                        "safe DropIndex P.IX_P_K",
                        "lock CreateIndex P.IX_P_K"),
                row("MC110", model(P, C), model(P, of(C, key("P_ID", "P"))), NONE, "lock AddForeignKey C.FK_C_P_ID"),
                row(
                        "MC114",
                        model(P, of(C, key("P_ID", "P"))),
                        model(P, of(C, key("P_ID", "P", ForeignKey.OnDelete.CASCADE))),
                        NONE,
                        "safe DropForeignKey C.FK_C_P_ID",
                        "lock AddForeignKey C.FK_C_P_ID"),
                row(
                        "MC117",
                        model(P, table("Q"), of(C, key("P_ID", "P"))),
                        model(P, table("Q"), of(C, key("P_ID", "Q"))),
                        NONE,
                        "safe DropForeignKey C.FK_C_P_ID",
                        "lock AddForeignKey C.FK_C_P_ID"),
                row("MC129", model(ab), model(of(ab, check("CK", "A > 0"))), NONE, "lock AddCheck P.CK"),
                row(
                        "MC131",
                        model(P),
                        model(P, of(table("P_TAGS", big("P_ID"), text("TAG", 20)), key("P_ID", "P"))),
                        NONE,
                        "safe CreateTable P_TAGS",
                        "safe AddForeignKey P_TAGS.FK_P_TAGS_P_ID"),
                row(
                        "MC133",
                        model(P),
                        model(table("P", text("NAME", 50), number("LIVES"))),
                        NONE,
                        "safe AddColumn P.LIVES"),
                row(
                        "name still taken",
                        model(named(table("A", text("X", 5)), "PK_ONE")),
                        model(named(table("B", number("Y"), number("Z")), "PK_ONE")),
                        NONE.accepting("EM101:A"),
                        "EM-3015"));
    }

    private static Table referring(String target, String column) {
        return table("C", big("R_ID"))
                .withForeignKeys(List.of(new ForeignKey(
                        Identifier.of("FK_C_R"),
                        List.of(Identifier.of("R_ID")),
                        org.easymodel.schema.TableName.of(target),
                        List.of(Identifier.of(column)),
                        ForeignKey.OnDelete.NO_ACTION)));
    }

    private static Stream<Row> indexesAndChecks() {
        Table plain = table("P", text("A", 10), number("B"));
        Table descending = of(plain, index(indexOf("IX", "A DESC", "B")));
        Table partial = of(plain, index(where(indexOf("IX", "A DESC", "B"), "B > 0")));
        Table expression = of(plain, index(indexOf("IX", "(lower(A))")));
        Table renamedTo = table("P", text("C", 10), number("B"));
        return Stream.of(
                row("index descending", model(plain), model(descending), NONE, "lock CreateIndex P.IX"),
                row(
                        "index direction",
                        model(of(plain, index(indexOf("IX", "A", "B")))),
                        model(descending),
                        NONE,
                        "safe DropIndex P.IX",
                        "lock CreateIndex P.IX"),
                row(
                        "index condition",
                        model(descending),
                        model(partial),
                        NONE,
                        "safe DropIndex P.IX",
                        "lock CreateIndex P.IX"),
                row(
                        "index method",
                        model(descending),
                        model(of(plain, index(using(indexOf("IX", "A DESC", "B"), "brin")))),
                        NONE,
                        "safe DropIndex P.IX",
                        "lock CreateIndex P.IX"),
                row(
                        "index operator class",
                        model(of(plain, index(indexOf("IX", "A")))),
                        model(of(plain, index(indexOf("IX", "A USING text_pattern_ops")))),
                        NONE,
                        "safe DropIndex P.IX",
                        "lock CreateIndex P.IX"),
                row(
                        "index renamed",
                        model(partial),
                        model(of(plain, index(where(indexOf("IX_NEW", "A DESC", "B"), "B > 0")))),
                        NONE,
                        "safe RenameIndex P.IX to IX_NEW"),
                row(
                        "index over a renamed column",
                        model(expression),
                        model(of(renamedTo, index(indexOf("IX", "(lower(C))")))),
                        NONE.withRename("P.A=C"),
                        "safe DropIndex P.IX",
                        "safe RenameColumn P.A to C",
                        "lock CreateIndex P.IX"),
                row(
                        "index of rows by a renamed column",
                        model(of(plain, index(where(indexOf("IX", "A"), "B > 0")))),
                        model(of(table("P", text("A", 10), number("D")), index(where(indexOf("IX", "A"), "D > 0")))),
                        NONE.withRename("P.B=D"),
                        "safe DropIndex P.IX",
                        "safe RenameColumn P.B to D",
                        "lock CreateIndex P.IX"),
                row(
                        "two columns swap names below an index",
                        model(of(table("P", text("A", 10), text("B", 10)), index(indexOf("IX", "(lower(A))")))),
                        model(of(table("P", text("A", 10), text("B", 10)), index(indexOf("IX", "(lower(A))")))),
                        NONE.withRename("P.A=B").withRename("P.B=A"),
                        "safe DropIndex P.IX",
                        "safe RenameColumn P.A to EM_TMP_559AEAD0",
                        "safe RenameColumn P.B to A",
                        "safe RenameColumn P.EM_TMP_559AEAD0 to B",
                        "lock CreateIndex P.IX"),
                row(
                        "index with a stale name",
                        model(expression),
                        model(of(renamedTo, index(indexOf("IX", "(lower(A))")))),
                        NONE.withRename("P.A=C"),
                        "EM-3018"),
                row(
                        "check over a renamed column",
                        model(of(plain, check("CK", "A IN ('A', 'B')"), check("CK_B", "B >= 0"))),
                        model(of(renamedTo, check("CK", "C IN ('A', 'B')"), check("CK_B", "B >= 0"))),
                        NONE.withRename("P.A=C"),
                        "safe DropCheck P.CK",
                        "safe RenameColumn P.A to C",
                        "lock AddCheck P.CK"),
                row(
                        "check with a stale name",
                        model(of(plain, check("CK", "LENGTH(A) >= 3"))),
                        model(of(renamedTo, check("CK", "LENGTH(A) >= 3"))),
                        NONE.withRename("P.A=C"),
                        "EM-3018"),
                row(
                        "check over a dropped column",
                        model(of(plain, check("CK", "B >= 0"))),
                        model(of(table("P", text("A", 10)), check("CK", "B >= 0"))),
                        NONE.accepting("EM102:P.B"),
                        "EM-3018"),
                row(
                        "check of a renamed table",
                        model(named(of(plain, check("CK", "B >= 0")), "PK")),
                        model(named(of(table("Q", text("A", 10), number("B")), check("CK", "B >= 0")), "PK")),
                        NONE.withRename("P=Q"),
                        "safe DropCheck P.CK",
                        "safe RenameTable P to Q",
                        "lock AddCheck Q.CK"),
                row(
                        "two indexes over the same columns",
                        model(of(plain, index(indexOf("IX", "B")))),
                        model(of(plain, index(indexOf("IX", "B")), index(indexOf("IX_TWO", "B")))),
                        NONE,
                        "EM-3031"),
                row(
                        "two indexes that Derby takes for one",
                        EMPTY,
                        model(of(
                                plain,
                                unique("B"),
                                index(indexOf("IX", "B")),
                                index(indexOf("IX_DOWN", "B DESC")),
                                index(indexOf("IX_BOTH", "B", "A")))),
                        NONE,
                        "EM-3031"),
                row(
                        "text without a limit in keys",
                        EMPTY,
                        model(of(
                                table(
                                        "P",
                                        Column.nullable("X", ColumnType.of(ColumnType.Kind.LOB_TEXT)),
                                        text("Y", 40_000)),
                                unique("X"),
                                index("Y"))),
                        NONE,
                        "EM-3019",
                        "EM-3019"),
                row(
                        "text without a limit in an index of PostgreSQL",
                        EMPTY,
                        model(of(
                                table("P", Column.nullable("X", ColumnType.of(ColumnType.Kind.LOB_TEXT))),
                                index(using(indexOf("IX", "X USING gin_trgm_ops"), "gin")))),
                        NONE,
                        "safe CreateTable P",
                        "safe CreateIndex P.IX"));
    }

    private static Stream<Row> enumerations() {
        return Stream.of(
                row("MC019", model(P), model(of(P, comment("x"))), NONE, "safe SetTableComment P"),
                row("MC019 away", model(of(P, comment("x"))), model(P), NONE, "safe SetTableComment P"),
                row(
                        "MC047",
                        model(P),
                        model(table("P", comment(text("NAME", 50), "y"))),
                        NONE,
                        "safe SetColumnComment P.NAME"),
                row(
                        "comments of what is new",
                        model(P),
                        model(table("P", text("NAME", 50), comment(number("N"), "n")), of(C, comment("c"))),
                        NONE,
                        "safe CreateTable C",
                        "safe AddColumn P.N"),
                row(
                        "enumeration given",
                        model(table("P", text("K", 10))),
                        model(of(table("P", constants("K", "A", "B")), check("CK", "K IN ('A', 'B')"))),
                        NONE,
                        "safe ChangeEnumValues P.K",
                        "lock AddCheck P.CK"),
                row(
                        "constant added",
                        model(of(table("P", constants("K", "A")), check("CK", "K IN ('A')"))),
                        model(of(table("P", constants("K", "B", "A")), check("CK", "K IN ('A', 'B')"))),
                        NONE,
                        "safe DropCheck P.CK",
                        "safe ChangeEnumValues P.K",
                        "lock AddCheck P.CK"),
                row(
                        "constants in another order",
                        model(table("P", constants("K", "A", "B"))),
                        model(table("P", constants("K", "B", "A"))),
                        NONE),
                row(
                        "MC123 not accepted",
                        model(table("P", constants("K", "A", "OLD"))),
                        model(table("P", constants("K", "A"))),
                        NONE,
                        "EM-3006"),
                row(
                        "MC123",
                        model(of(table("P", constants("K", "A", "OLD")), check("CK", "K IN ('A', 'OLD')"))),
                        model(of(table("P", constants("K", "A")), check("CK", "K IN ('A')"))),
                        NONE.accepting("EM112:P.K"),
                        "safe DropCheck P.CK",
                        "data-loss ChangeEnumValues P.K",
                        "lock AddCheck P.CK"),
                row(
                        "number removed",
                        model(table("P", numbers("K", "10", "20"))),
                        model(table("P", numbers("K", "10"))),
                        NONE,
                        "EM-3006"),
                row(
                        "MC125",
                        model(table("P", positions("K", "A", "B"))),
                        model(table("P", positions("K", "A", "X", "B"))),
                        NONE,
                        "EM-3006"),
                row(
                        "MC125 accepted",
                        model(table("P", positions("K", "A", "B"))),
                        model(table("P", positions("K", "B", "A"))),
                        NONE.accepting("EM113:P.K"),
                        "data-loss ChangeEnumValues P.K"),
                row(
                        "last position removed",
                        model(table("P", positions("K", "A", "B"))),
                        model(table("P", positions("K", "A"))),
                        NONE,
                        "EM-3006"),
                row(
                        "positions become numbers",
                        model(table("P", positions("K", "A", "B"))),
                        model(table("P", numbers("K", "0", "1"))),
                        NONE,
                        "EM-3006"),
                row(
                        "MC126",
                        model(table("P", positions("K", "A", "B"))),
                        model(table("P", positions("K", "A", "B", "C"))),
                        NONE,
                        "safe ChangeEnumValues P.K"),
                row(
                        "enumeration no more",
                        model(table("P", positions("K", "A", "B"))),
                        model(table("P", number("K"))),
                        NONE,
                        "safe ChangeEnumValues P.K"));
    }

    private static Stream<Row> generatorRows() {
        Table one = generators("G", "ONE");
        return Stream.of(
                row("MC092", model(P), model(P, one), NONE, "safe CreateTable G", "safe AddGeneratorRow G.ONE"),
                row(
                        "MC092 row",
                        model(one),
                        model(generators("G", "ONE", "it's two")),
                        NONE,
                        "safe AddGeneratorRow G.\"it's two\""),
                row("row not accepted", model(generators("G", "ONE", "TWO")), model(one), NONE, "EM-3006"),
                row(
                        "row dropped",
                        model(generators("G", "ONE", "TWO")),
                        model(one),
                        NONE.accepting("EM118:g.two"),
                        "data-loss DropGeneratorRow G.TWO"),
                row(
                        "row dropped with its table",
                        model(P, one),
                        model(P),
                        NONE.accepting("EM101:G"),
                        "safe DropGeneratorRow G.ONE",
                        "data-loss DropTable G"),
                row(
                        "row with another start",
                        model(one),
                        model(one.withGeneratorRows(List.of(Shop.row("ONE", 99)))),
                        NONE,
                        "safe ChangeGeneratorStart G.ONE"),
                row(
                        "row of a renamed column",
                        model(one),
                        model(renamedCount(one)),
                        NONE.withRename("G.COUNTED=N"),
                        "safe RenameColumn G.COUNTED to N"));
    }

    private static Table renamedCount(Table generators) {
        return ChangeInterpreter.apply(
                        model(generators),
                        new Change.RenameColumn(
                                generators.name(), Identifier.of("COUNTED"), Identifier.of("N"), big("N").type()))
                .tables()
                .get(0);
    }

    private static Stream<Row> sequencesAndNoise() {
        return Stream.of(
                row("sequence", model(P), with(model(P), sequence("S", 1, 50)), NONE, "safe CreateSequence S"),
                row(
                        "MC091",
                        with(model(P), sequence("S", 1, 1)),
                        model(P),
                        NONE.accepting("EM118:S"),
                        "data-loss DropSequence S"),
                row("MC091 not accepted", with(model(P), sequence("S", 1, 1)), model(P), NONE, "EM-3006"),
                row("MC136", model(P), model(P), NONE),
                row("MC140", model(P), model(P), NONE),
                row("MC142", model(P, C), model(C, P), NONE));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void between_caseOfTheMatrix_givesItsChanges(Row row) {
        SchemaDiff diff = SchemaDiff.between(row.before(), row.after(), row.options());
        if (diff.problems().isEmpty()) {
            assertThat(diff.changes().stream()
                            .map(each ->
                                    each.danger().text() + " " + each.change().text()))
                    .containsExactlyElementsOf(row.expected());
            List<Change> back = new ArrayList<>(diff.plan());
            Collections.reverse(back);
            SchemaModel result = ChangeInterpreter.apply(
                    ChangeInterpreter.apply(row.before(), diff.plan()),
                    back.stream().flatMap(change -> change.reversal().stream()).toList());
            assertThat(result.hash()).isEqualTo(row.before().hash());
        } else {
            assertThat(diff.problems()).extracting(Problem::code).containsExactlyElementsOf(row.expected());
        }
    }
}
