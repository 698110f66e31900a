package org.easymodel.migrate;

import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.check;
import static org.easymodel.migrate.Shop.comment;
import static org.easymodel.migrate.Shop.constants;
import static org.easymodel.migrate.Shop.generators;
import static org.easymodel.migrate.Shop.index;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.note;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.positions;
import static org.easymodel.migrate.Shop.renamed;
import static org.easymodel.migrate.Shop.required;
import static org.easymodel.migrate.Shop.sequence;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;
import static org.easymodel.migrate.Shop.uniqueIndex;
import static org.easymodel.migrate.Shop.with;
import static org.easymodel.migrate.Shop.withDefault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.migrate.MigrationCasesTest.Row;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;

/** Changes as teams make them: several at once, in tables that lean on each other. */
public final class ShopChanges {

    private static final RevisionOptions NONE = RevisionOptions.none();

    private ShopChanges() {}

    private static Row row(String id, SchemaModel before, SchemaModel after, RevisionOptions options) {
        return new Row(
                id,
                before,
                after,
                options,
                SchemaDiff.between(before, after, options).changes().stream()
                        .map(each -> each.danger().text() + " " + each.change().text())
                        .toList());
    }

    private static Column typed(String name, String type) {
        return Column.nullable(name, ColumnType.parse(type));
    }

    private static Table keyed(Table table, String... columns) {
        return table.withPrimaryKey(Optional.of(new PrimaryKey(
                Identifier.of("PK_" + table.name().name().text()),
                Stream.of(columns).map(Identifier::of).toList())));
    }

    private static Table keyOnly(String name, Column... columns) {
        Table table = table(name, columns);
        return table.withPrimaryKey(Optional.empty())
                .withColumns(table.columns().stream()
                        .filter(each -> !each.name().text().equals("ID"))
                        .toList());
    }

    private static Table numbered(Table table) {
        return table.withColumns(table.columns().stream()
                .map(each -> each.name().text().equals("ID") ? each.withIdentity(true) : each)
                .toList());
    }

    private static RevisionOptions data(RevisionOptions options, String sql) {
        return options.withData(DataStep.of(sql));
    }

    private static RevisionOptions accepting(String... losses) {
        RevisionOptions options = NONE;
        for (String loss : losses) {
            options = options.accepting(loss);
        }
        return options;
    }

    /** All of them, each with the plan that it gets. */
    public static Stream<Row> rows() {
        return Stream.of(combined(), tables(), enumerations(), constraints(), numbering(), inheritance())
                .flatMap(List::stream);
    }

    private static final Table CUSTOMER = table("CUSTOMER", text("NAME", 50));
    private static final Table ORDERS =
            of(table("ORDERS", big("CUSTOMER_ID"), typed("TOTAL", "DECIMAL(8,2)")), key("CUSTOMER_ID", "CUSTOMER"));

    private static List<Row> combined() {
        return List.of(
                row(
                        "renamed, longer and required at once",
                        model(table("ITEM", text("NAME", 20))),
                        model(table("ITEM", required(text("TITLE", 80)))),
                        NONE.withRename("ITEM.NAME=TITLE").withDefault("ITEM.TITLE=?")),
                row(
                        "renamed, shorter and unique",
                        model(table("ITEM", text("NAME", 80))),
                        model(of(table("ITEM", text("CODE", 10)), unique("CODE"))),
                        NONE.withRename("ITEM.NAME=CODE").accepting("EM106:ITEM.CODE")),
                row(
                        "renamed below index, unique, check and default",
                        model(of(
                                table("ITEM", required(withDefault(number("QTY"), "1")), text("SKU", 20)),
                                index("QTY", "SKU"),
                                unique("SKU"),
                                check("CK_QTY", "QTY > 0"))),
                        model(of(
                                table("ITEM", required(withDefault(big("QUANTITY"), "2")), text("ARTICLE", 30)),
                                index("QUANTITY", "ARTICLE"),
                                unique("ARTICLE"),
                                check("CK_QTY", "QUANTITY > 0"))),
                        NONE.withRename("ITEM.QTY=QUANTITY").withRename("ITEM.SKU=ARTICLE")),
                row(
                        "two columns change their names with each other",
                        model(table("ITEM", text("A", 20), number("B"))),
                        model(table("ITEM", number("A"), text("B", 20))),
                        NONE.withRename("ITEM.A=B").withRename("ITEM.B=A")),
                row(
                        "a column takes the name of one that goes",
                        model(table("ITEM", text("NAME", 20), text("LABEL", 30))),
                        model(table("ITEM", text("NAME", 30))),
                        NONE.withRename("ITEM.LABEL=NAME").accepting("EM102:ITEM.NAME")),
                row(
                        "default changes, another goes, a third comes",
                        model(table("ITEM", withDefault(number("A"), "1"), withDefault(number("B"), "2"), number("C"))),
                        model(table("ITEM", withDefault(number("A"), "5"), number("B"), withDefault(number("C"), "3"))),
                        NONE),
                row(
                        "required, with another default and another type",
                        model(table("ITEM", number("STOCK"))),
                        model(table("ITEM", required(withDefault(big("STOCK"), "0")))),
                        NONE.withDefault("ITEM.STOCK=0")),
                row(
                        "no longer required, and shorter digits",
                        model(table("ITEM", required(typed("PRICE", "DECIMAL(10,3)")))),
                        model(table("ITEM", typed("PRICE", "DECIMAL(8,2)"))),
                        accepting("EM106:ITEM.PRICE")),
                row(
                        "column moved to an embeddable",
                        model(table("CUSTOMER", text("STREET", 50), text("CITY", 50))),
                        model(table("CUSTOMER", text("ADDRESS_STREET", 50), text("ADDRESS_CITY", 60))),
                        NONE.withRename("CUSTOMER.STREET=ADDRESS_STREET").withRename("CUSTOMER.CITY=ADDRESS_CITY")),
                row(
                        "column moved into another table",
                        model(table("CUSTOMER", text("NAME", 50), text("IBAN", 34))),
                        model(
                                table("CUSTOMER", text("NAME", 50)),
                                of(
                                        table("ACCOUNT", text("IBAN", 34), big("CUSTOMER_ID")),
                                        key("CUSTOMER_ID", "CUSTOMER"))),
                        data(
                                accepting("EM102:CUSTOMER.IBAN"),
                                "INSERT INTO ACCOUNT (ID, IBAN, CUSTOMER_ID) SELECT ID, IBAN, ID FROM CUSTOMER;")));
    }

    private static List<Row> tables() {
        return List.of(
                row(
                        "table renamed below its foreign keys",
                        model(CUSTOMER, ORDERS),
                        model(
                                table("CLIENT", text("NAME", 50)),
                                of(
                                        table("ORDERS", big("CUSTOMER_ID"), typed("TOTAL", "DECIMAL(8,2)")),
                                        key("CUSTOMER_ID", "CLIENT"))),
                        NONE.withRename("CUSTOMER=CLIENT")),
                row(
                        "table and the column that leads to it renamed",
                        model(CUSTOMER, ORDERS),
                        model(
                                table("CLIENT", text("FULL_NAME", 90)),
                                of(
                                        table("ORDERS", big("CLIENT_ID"), typed("TOTAL", "DECIMAL(12,2)")),
                                        key("CLIENT_ID", "CLIENT"))),
                        NONE.withRename("CUSTOMER=CLIENT")
                                .withRename("CLIENT.NAME=FULL_NAME")
                                .withRename("ORDERS.CUSTOMER_ID=CLIENT_ID")),
                row(
                        "renamed by notes of the model",
                        model(CUSTOMER, ORDERS),
                        renamed(
                                model(
                                        table("CLIENT", text("NAME", 50)),
                                        of(
                                                table("ORDERS", big("CLIENT_ID"), typed("TOTAL", "DECIMAL(8,2)")),
                                                key("CLIENT_ID", "CLIENT"))),
                                note("CLIENT", "", "CUSTOMER"),
                                note("ORDERS", "CLIENT_ID", "CUSTOMER_ID")),
                        NONE),
                row(
                        "table split in two",
                        model(table("CUSTOMER", text("NAME", 50), text("STREET", 50), text("CITY", 50))),
                        model(
                                of(table("CUSTOMER", text("NAME", 50), big("HOME_ID")), key("HOME_ID", "HOME")),
                                table("HOME", text("STREET", 50), text("CITY", 50))),
                        data(
                                accepting("EM102:CUSTOMER.STREET", "EM102:CUSTOMER.CITY"),
                                "INSERT INTO HOME (ID, STREET, CITY) SELECT ID, STREET, CITY FROM CUSTOMER;"
                                        + " UPDATE CUSTOMER SET HOME_ID = ID;")),
                row(
                        "two tables become one",
                        model(
                                of(table("CUSTOMER", big("HOME_ID")), key("HOME_ID", "HOME")),
                                table("HOME", text("CITY", 50))),
                        model(table("CUSTOMER", text("CITY", 50))),
                        data(
                                accepting("EM102:CUSTOMER.HOME_ID", "EM101:HOME"),
                                "UPDATE CUSTOMER SET CITY = (SELECT H.CITY FROM HOME H WHERE H.ID = CUSTOMER.HOME_ID);")),
                row(
                        "foreign key becomes a table of links",
                        model(table("TAG", text("WORD", 20)), of(table("POST", big("TAG_ID")), key("TAG_ID", "TAG"))),
                        model(
                                table("TAG", text("WORD", 20)),
                                table("POST"),
                                of(
                                        keyed(
                                                keyOnly("POST_TAG", required(big("POST_ID")), required(big("TAG_ID"))),
                                                "POST_ID",
                                                "TAG_ID"),
                                        key("POST_ID", "POST"),
                                        key("TAG_ID", "TAG"))),
                        data(
                                accepting("EM102:POST.TAG_ID"),
                                "INSERT INTO POST_TAG (POST_ID, TAG_ID) SELECT ID, TAG_ID FROM POST WHERE TAG_ID IS NOT NULL;")),
                row(
                        "table of links becomes an entity with a key of its own",
                        model(
                                table("TAG"),
                                table("POST"),
                                of(
                                        keyed(
                                                keyOnly("POST_TAG", required(big("POST_ID")), required(big("TAG_ID"))),
                                                "POST_ID",
                                                "TAG_ID"),
                                        key("POST_ID", "POST"),
                                        key("TAG_ID", "TAG"))),
                        model(
                                table("TAG"),
                                table("POST"),
                                of(
                                        numbered(keyed(
                                                table(
                                                        "POST_TAG",
                                                        required(big("POST_ID")),
                                                        required(big("TAG_ID")),
                                                        number("WEIGHT")),
                                                "ID")),
                                        unique("POST_ID", "TAG_ID"),
                                        key("POST_ID", "POST"),
                                        key("TAG_ID", "TAG"))),
                        NONE),
                row(
                        "foreign key leads to another table",
                        model(CUSTOMER, table("COMPANY", text("NAME", 50)), ORDERS),
                        model(
                                CUSTOMER,
                                table("COMPANY", text("NAME", 50)),
                                of(
                                        table("ORDERS", big("CUSTOMER_ID"), typed("TOTAL", "DECIMAL(8,2)")),
                                        key("CUSTOMER_ID", "COMPANY"))),
                        NONE),
                row(
                        "foreign key deletes with its target from now on",
                        model(CUSTOMER, ORDERS),
                        model(
                                CUSTOMER,
                                of(
                                        table("ORDERS", big("CUSTOMER_ID"), typed("TOTAL", "DECIMAL(8,2)")),
                                        key("CUSTOMER_ID", "CUSTOMER", ForeignKey.OnDelete.CASCADE),
                                        index("CUSTOMER_ID"))),
                        NONE),
                row(
                        "tree: a table leads to itself",
                        model(table("CATEGORY", text("NAME", 50))),
                        model(of(
                                table("CATEGORY", text("NAME", 50), big("PARENT_ID")),
                                key("PARENT_ID", "CATEGORY"),
                                index("PARENT_ID"))),
                        NONE),
                row(
                        "tables of a circle go",
                        model(
                                of(table("A", big("B_ID")), key("B_ID", "B")),
                                of(table("B", big("A_ID")), key("A_ID", "A")),
                                table("C")),
                        model(table("C")),
                        accepting("EM101:A", "EM101:B")));
    }

    private static List<Row> enumerations() {
        return List.of(
                row(
                        "enumeration grows below its check",
                        model(of(
                                table("ORDERS", constants("STATE", "OPEN", "PAID")),
                                check("CK_ST", "STATE IN ('OPEN', 'PAID')"))),
                        model(of(
                                table("ORDERS", constants("STATE", "OPEN", "PAID", "SENT")),
                                check("CK_ST", "STATE IN ('OPEN', 'PAID', 'SENT')"))),
                        NONE),
                row(
                        "enumeration shrinks below its check",
                        model(of(
                                table("ORDERS", constants("STATE", "OPEN", "PAID", "SENT")),
                                check("CK_ST", "STATE IN ('OPEN', 'PAID', 'SENT')"))),
                        model(of(
                                table("ORDERS", constants("STATE", "OPEN", "SENT")),
                                check("CK_ST", "STATE IN ('OPEN', 'SENT')"))),
                        accepting("EM112:ORDERS.STATE")),
                row(
                        "constant renamed by a data step",
                        model(of(
                                table("ORDERS", constants("STATE", "OPEN", "PAID")),
                                check("CK_ST", "STATE IN ('OPEN', 'PAID')"))),
                        model(of(
                                table("ORDERS", constants("STATE", "OPEN", "SETTLED")),
                                check("CK_ST", "STATE IN ('OPEN', 'SETTLED')"))),
                        data(
                                accepting("EM112:ORDERS.STATE"),
                                "UPDATE ORDERS SET STATE = 'SETTLED' WHERE STATE = 'PAID';\n-- back\n"
                                        + "UPDATE ORDERS SET STATE = 'PAID' WHERE STATE = 'SETTLED';")),
                row(
                        "position grows at its end and gets a default",
                        model(table("ORDERS", positions("STATE", "OPEN", "PAID"))),
                        model(table("ORDERS", withDefault(positions("STATE", "OPEN", "PAID", "SENT"), "0"))),
                        NONE),
                row(
                        "text becomes an enumeration",
                        model(table("ORDERS", text("STATE", 255))),
                        model(of(
                                table(
                                        "ORDERS",
                                        constants("STATE", "1", "2", "3").withType(ColumnType.parse("STRING(255)"))),
                                check("CK_ST", "STATE IN ('1', '2', '3')"))),
                        NONE));
    }

    private static List<Row> constraints() {
        return List.of(
                row(
                        "unique over duplicates",
                        model(table("CUSTOMER", withDefault(text("MAIL", 50), "'x'"), number("N"))),
                        model(of(table("CUSTOMER", withDefault(text("MAIL", 50), "'x'"), number("N")), unique("MAIL"))),
                        NONE),
                row(
                        "unique over a new column with one value for all",
                        model(table("CUSTOMER", text("NAME", 50))),
                        model(of(table("CUSTOMER", text("NAME", 50), required(text("MAIL", 50))), unique("MAIL"))),
                        NONE.withDefault("CUSTOMER.MAIL=none")),
                row(
                        "unique gets a column more",
                        model(of(table("CUSTOMER", text("MAIL", 50), number("TENANT")), unique("MAIL"))),
                        model(of(table("CUSTOMER", text("MAIL", 50), number("TENANT")), unique("TENANT", "MAIL"))),
                        NONE),
                row(
                        "index becomes unique and is renamed",
                        model(of(table("CUSTOMER", text("MAIL", 50)), index("MAIL"))),
                        model(of(table("CUSTOMER", text("MAIL", 50)), uniqueIndex("UX_MAIL", "MAIL"))),
                        NONE),
                row(
                        "foreign key over orphans",
                        model(CUSTOMER, table("ORDERS", big("CUSTOMER_ID"), typed("TOTAL", "DECIMAL(8,2)"))),
                        model(CUSTOMER, ORDERS),
                        NONE),
                row(
                        "check over rows outside, with a longer column",
                        model(table("ITEM", number("STOCK"), text("NAME", 20))),
                        model(of(table("ITEM", number("STOCK"), text("NAME", 40)), check("CK_STOCK", "STOCK > 2"))),
                        NONE),
                row(
                        "comment, index and required at once",
                        model(table("ITEM", text("NAME", 20))),
                        model(of(
                                table("ITEM", required(comment(text("NAME", 20), "what it is"))),
                                index("NAME"),
                                comment("goods"))),
                        NONE.withDefault("ITEM.NAME=?")));
    }

    private static List<Row> numbering() {
        Table item = table("ITEM", text("NAME", 20));
        Table line = of(table("LINE", big("ITEM_ID")), key("ITEM_ID", "ITEM"));
        return List.of(
                row(
                        "identity to a sequence below a foreign key, with a rename",
                        model(numbered(item), line),
                        with(model(table("ITEM", text("LABEL", 20)), line), sequence("ITEM_SEQ", 50, 50)),
                        NONE.withRename("ITEM.NAME=LABEL")),
                row(
                        "sequence to identity, table renamed",
                        with(model(item, line), sequence("ITEM_SEQ", 50, 50)),
                        model(
                                numbered(table("GOODS", text("NAME", 20))),
                                of(table("LINE", big("ITEM_ID")), key("ITEM_ID", "GOODS"))),
                        NONE.withRename("ITEM=GOODS").accepting("EM118:ITEM_SEQ")),
                row(
                        "sequence to a generator in a table",
                        with(model(item), sequence("ITEM_SEQ", 50, 50)),
                        model(item, generators("GENERATORS", "ITEM")),
                        accepting("EM118:ITEM_SEQ")),
                row(
                        "key from int to bigint at both ends",
                        model(
                                item.withColumns(List.of(required(number("ID")), text("NAME", 20))),
                                of(table("LINE", number("ITEM_ID")), key("ITEM_ID", "ITEM"), index("ITEM_ID"))),
                        model(item, of(line, index("ITEM_ID"))),
                        NONE),
                row(
                        "natural key replaced by a number",
                        model(keyed(keyOnly("ITEM", required(text("SKU", 20)), text("NAME", 20)), "SKU")),
                        model(of(
                                numbered(keyed(table("ITEM", required(text("SKU", 20)), text("NAME", 20)), "ID")),
                                unique("SKU"))),
                        NONE));
    }

    private static List<Row> inheritance() {
        return List.of(
                row(
                        "a subclass gets a table of its own",
                        model(table("ANIMAL", text("KIND", 10), number("LIVES"))),
                        model(
                                table("ANIMAL", text("KIND", 10)),
                                of(table("CAT", number("LIVES")), key("ID", "ANIMAL"))),
                        data(
                                accepting("EM102:ANIMAL.LIVES"),
                                "INSERT INTO CAT (ID, LIVES) SELECT ID, LIVES FROM ANIMAL;")),
                row(
                        "tables of subclasses become one table",
                        model(
                                table("ANIMAL", text("NAME", 10)),
                                of(table("CAT", number("LIVES")), key("ID", "ANIMAL")),
                                of(table("DOG", text("BREED", 20)), key("ID", "ANIMAL"))),
                        model(table(
                                "ANIMAL",
                                text("NAME", 10),
                                required(text("DTYPE", 31)),
                                number("LIVES"),
                                text("BREED", 20))),
                        data(
                                accepting("EM101:CAT", "EM101:DOG").withDefault("ANIMAL.DTYPE=CAT"),
                                "UPDATE ANIMAL SET LIVES = (SELECT C.LIVES FROM CAT C WHERE C.ID = ANIMAL.ID),"
                                        + " BREED = (SELECT D.BREED FROM DOG D WHERE D.ID = ANIMAL.ID);")),
                row(
                        "a subclass more in one table",
                        model(of(table("ANIMAL", constants("DTYPE", "CAT")), check("CK_D", "DTYPE IN ('CAT')"))),
                        model(of(
                                table("ANIMAL", constants("DTYPE", "CAT", "DOG"), text("BREED", 20)),
                                check("CK_D", "DTYPE IN ('CAT', 'DOG')"))),
                        NONE));
    }
}
