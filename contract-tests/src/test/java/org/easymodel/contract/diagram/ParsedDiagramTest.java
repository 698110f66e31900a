package org.easymodel.contract.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.easymodel.diagram.ModelDiagram;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Notes;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/** What diagrams say is what their parsers read. */
class ParsedDiagramTest {

    private static final int MODELS = 200;

    private static int number;

    @Example
    void shop_wholeAndInParts() {
        SchemaModel shop = SchemaScan.schema("shop", Map.of());
        ModelDiagram whole = ModelDiagram.of(shop).withTitle("Shop");

        check("shop", shop, whole);
        check("shop-user-and-order", only(shop, "USER", "ORDER"), whole.only("user", "order"));
        check("shop-around-tag", only(shop, "TAG", "PRODUCT", "PRODUCT_TAG"), whole.around("TAG"));
        check("shop-title", shop, whole.withTitle("\"The\" shop's `title`: #1; <b>&amp;</b> \\ %% ~ 表 {}\n---\n"));
        check("shop-without-title", shop, whole.withTitle(" \n"));
    }

    @Example
    void emptyModel() {
        check("empty", SchemaModel.empty(), ModelDiagram.of(SchemaModel.empty()));
        check(
                "empty-without-title",
                SchemaModel.empty(),
                ModelDiagram.of(SchemaModel.empty()).withTitle(""));
    }

    @Example
    void evilNames_ofTables_areReadAsTheyAre() {
        SchemaModel evil = evilTables();
        List<String> names = evil.tables().stream()
                .map(table ->
                        table.name().schema().map(schema -> schema.text() + ".").orElse("")
                                + table.name().name().text())
                .toList();

        Diagrams.check(
                "evil-tables",
                ModelDiagram.of(evil),
                columns(evil),
                names,
                evil.tables().stream().map(table -> table.name().name().text()).toList());
    }

    /** One table of each name, all connected with the next and with themselves. */
    private static SchemaModel evilTables() {
        List<String> names = EvilNames.ALL.stream()
                .filter(name -> !name.contains("\"") && !name.contains("  "))
                .toList();
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            tables.add(table(
                    new TableName(
                            i % 7 == 3 ? Optional.of(new Identifier(names.get(i), true)) : Optional.empty(),
                            new Identifier(names.get(i), true)),
                    names.get(i),
                    names.get((i + 1) % names.size())));
        }
        List<Table> connected = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            Table target = tables.get((i + 1) % tables.size());
            Table table = tables.get(i);
            connected.add(table.withForeignKeys(List.of(new ForeignKey(
                    new Identifier(names.get(i), true),
                    table.primaryKey().orElseThrow().columns(),
                    target.name(),
                    target.primaryKey().orElseThrow().columns(),
                    ForeignKey.OnDelete.CASCADE))));
        }
        return SchemaModel.of(connected, List.of());
    }

    private static Table table(TableName name, String column, String comment) {
        return Table.of(
                        name,
                        List.of(Column.of(new Identifier(column, true), ColumnType.ofDefinition("x " + comment), false)
                                .withComment(Optional.of(comment))))
                .withComment(Optional.of(comment))
                .withPrimaryKey(
                        Optional.of(new PrimaryKey(Identifier.of("pk"), List.of(new Identifier(column, true)))));
    }

    @Example
    void evilNames_ofColumns() {
        SchemaModel evil = SchemaModel.of(
                List.of(Table.of(
                        TableName.of("t"),
                        EvilNames.ALL.stream()
                                .filter(name -> !name.contains("\""))
                                .map(name -> Column.of(new Identifier(name, true), ColumnType.string(20), false)
                                        .withDefaultValue(Optional.of(name))
                                        .withComment(Optional.of(name)))
                                .toList())),
                List.of());

        check("evil-columns", evil, ModelDiagram.of(evil));
    }

    /** A table named in the schema "public", and one named in none, are one to DBML. */
    @Example
    void tablesOfOneName_inSeveralSchemas() {
        SchemaModel schema = SchemaModel.of(
                List.of(
                        table(TableName.parse("\"public\".t"), "id", ""),
                        table(TableName.parse("t"), "id", ""),
                        table(TableName.parse("\"t_2\""), "id", ""),
                        table(TableName.parse("a.t"), "id", ""),
                        table(TableName.of(new Identifier("A.T", true)), "id", ""),
                        table(TableName.of(new Identifier("T ", true)), "id", "")),
                List.of());

        check("schemas", schema, ModelDiagram.of(schema));
    }

    @Property(tries = MODELS)
    void randomModels(@ForAll("models") SchemaModel model) {
        String name = "random-" + number++;
        ModelDiagram diagram = ModelDiagram.of(model);

        check(name, model, diagram);
        if (!model.tables().isEmpty()) {
            TableName first = model.tables().get(0).name();
            assertThat(model.table(first)).isPresent();
            if (model.notes().entities().isEmpty() && isParsed(first)) {
                check(name + "-first", only(model, first), diagram.only(first.sql()));
            }
        }
    }

    @Property(tries = 50)
    void randomModels_shuffled_haveTheSameBytes(@ForAll("models") SchemaModel model, @ForAll Random random) {
        List<Table> tables = new ArrayList<>(model.tables());
        Collections.shuffle(tables, random);
        SchemaModel shuffled = new SchemaModel(tables, List.of(), model.notes());

        assertThat(ModelDiagram.of(shuffled).mermaid())
                .isEqualTo(ModelDiagram.of(model).mermaid());
        assertThat(ModelDiagram.of(shuffled).plantUml())
                .isEqualTo(ModelDiagram.of(model).plantUml());
        assertThat(ModelDiagram.of(shuffled).dbml())
                .isEqualTo(ModelDiagram.of(model).dbml());
    }

    @Provide
    Arbitrary<SchemaModel> models() {
        return Arbitraries.randomValue(RandomModel::of);
    }

    private static boolean isParsed(TableName name) {
        try {
            return TableName.parse(name.sql()).equals(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static SchemaModel only(SchemaModel schema, String... names) {
        return only(schema, java.util.Arrays.stream(names).map(TableName::of).toArray(TableName[]::new));
    }

    private static SchemaModel only(SchemaModel schema, TableName... names) {
        Map<TableName, Table> tables = new LinkedHashMap<>();
        for (TableName name : names) {
            tables.put(name, schema.table(name).orElseThrow());
        }
        return new SchemaModel(List.copyOf(tables.values()), List.of(), Notes.none());
    }

    private static void check(String name, SchemaModel shown, ModelDiagram diagram) {
        Diagrams.check(name, diagram, shown.tables().size(), columns(shown));
    }

    private static int columns(SchemaModel schema) {
        return schema.tables().stream()
                .mapToInt(table -> table.columns().size())
                .sum();
    }
}
