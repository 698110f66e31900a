package org.easymodel.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IndexPartTest {

    @Provide
    Arbitrary<IndexPart> parts() {
        return RandomSchemas.indexParts();
    }

    @Property
    void text_readBack_isTheSame(@ForAll("parts") IndexPart part) {
        assertThat(IndexPart.parse(part.toString())).isEqualTo(part);
    }

    @Test
    void text_ofEachKind_isShort() {
        assertThat(List.of(
                        IndexPart.of(Identifier.of("title")),
                        IndexPart.descending(Identifier.of("order")),
                        IndexPart.ofExpression("lower( title )"),
                        IndexPart.of(Identifier.of("title")).withOperatorClass("text_pattern_ops")))
                .map(IndexPart::toString)
                .containsExactly("TITLE", "\"ORDER\" DESC", "(lower( title ))", "TITLE USING text_pattern_ops");
    }

    @Test
    void part_ofNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexPart(Optional.empty(), " ", false, Optional.empty()))
                .withMessage("An index part is a column or an expression, was Optional.empty and ''");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndexPart.parse("A B C"))
                .withMessage("Not a part of an index: A B C");
    }

    @Test
    void index_overPlainColumns_isPlain() {
        Index plain = Index.of(Identifier.of("ix"), List.of(Identifier.of("a")), true);
        assertThat(plain.isPlain()).isTrue();
        assertThat(plain.withParts(List.of(IndexPart.descending(Identifier.of("a"))))
                        .isPlain())
                .isTrue();
        assertThat(plain.withParts(List.of(IndexPart.ofExpression("lower(a)"))).isPlain())
                .isFalse();
        assertThat(new Index(plain.name(), plain.parts(), true, Optional.of("a > 1"), Optional.empty()).isPlain())
                .isFalse();
    }
}
