package org.easymodel.contract.scan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.diagram.ModelDiagram;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Polymorphic;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and databases see of a polymorphic pair. */
class PolymorphicSchemaTest {

    @TempDir
    private Path directory;

    @Entity(name = "Article")
    public static class Article extends EasyModel {}

    @Entity(name = "Image")
    public static class Image extends EasyModel {}

    @Entity(name = "Tag")
    public static class Tag extends EasyModel {

        @Column(nullable = false, length = 20)
        String taggableType;

        @Column(nullable = false)
        @Polymorphic(types = {Article.class, Image.class})
        Long taggableId;
    }

    private <R> R call(Supplier<R> work) {
        return UnitPath.of(directory, UnitXml.of("gallery", List.of(Tag.class, Article.class, Image.class)))
                .call(work::get);
    }

    @Test
    void theTableHasAnIndexAndNoConstraint() {
        SchemaModel schema = call(() -> SchemaModel.parse(SchemaScan.scan("gallery", Map.of())));
        Table tag = schema.table(TableName.parse("TAG")).orElseThrow();
        assertThat(tag.foreignKeys()).isEmpty();
        assertThat(tag.indexes()).singleElement().satisfies(index -> assertThat(index.columns())
                .extracting(Object::toString)
                .containsExactly("TAGGABLETYPE", "TAGGABLEID"));
    }

    @Test
    void explainSaysWhy() {
        assertThat(call(() -> SchemaScan.explain("gallery", "Tag", Map.of())))
                .contains(
                        "(TAGGABLETYPE, TAGGABLEID): Tag.taggableId is a key of Article or Image, as taggableType says",
                        "  taggable: many-to-one Article or Image, inferred, because Tag.taggableId is annotated with"
                                + " @Polymorphic");
        assertThat(call(() -> SchemaScan.explain("gallery", "Image", Map.of())))
                .contains(
                        "  tags: one-to-many Tag, inferred, because Tag.taggableId is annotated with @Polymorphic, and"
                                + " there taggableType says 'Image'");
    }

    @Test
    void everyDiagramHasALineToEachEntity() {
        ModelDiagram diagram = ModelDiagram.of(call(() -> SchemaModel.parse(SchemaScan.scan("gallery", Map.of()))));
        assertThat(diagram.mermaid())
                .contains(
                        "\"ARTICLE\" |o--o{ \"TAG\" : \"TAGGABLEID\"",
                        "\"IMAGE\" |o--o{ \"TAG\" : \"TAGGABLEID\"",
                        "IMAGE taggable \"virtual\"",
                        "TAG[] tags \"virtual\"",
                        "%% TAG.taggable is inferred: Tag.taggableId is annotated with @Polymorphic, and there taggableType"
                                + " says 'Article'");
        assertThat(diagram.plantUml()).contains("taggable : ARTICLE", "taggable : IMAGE");
        assertThat(diagram.dbml()).contains("ARTICLE", "IMAGE");
    }
}
