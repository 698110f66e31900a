package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.easymodel.contract.inference.traps.Folder;
import org.easymodel.contract.inference.traps.Letter;
import org.easymodel.contract.inference.traps.Person;
import org.easymodel.example.shop.Category;
import org.easymodel.example.shop.Review;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The two executions of the build are what they say. */
@Tag("woven")
class WeavingTest {

    @Test
    void entities_inTheExecutionWithTheAgent_areWoven() {
        assertThat(List.of(Category.class, Review.class, Folder.class, Letter.class, Person.class))
                .allSatisfy(type -> assertThat(PersistenceWeaved.class.isAssignableFrom(type))
                        .isEqualTo(Boolean.getBoolean("easymodel.woven")));
        assertThat(Weaving.isOn()).isEqualTo(Boolean.getBoolean("easymodel.woven"));
    }
}
