package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.easymodel.contract.repository.library.Shelf;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InsertMapTest {

    @Nested
    class OnH2 extends InsertMapContract {

        @Override
        Database database() {
            return Database.H2;
        }
    }

    @Nested
    class OnDerby extends InsertMapContract {

        @Override
        Database database() {
            return Database.DERBY;
        }

        /** EclipseLink's own table creation knows the identity columns of Derby only. */
        @Test
        void insertMap_keysFromTheDatabase_areThereWhenTheyAreNeeded() {
            Shelf shelf = rows(Shelf.class)
                    .insertMap(Map.of(
                            "name",
                            "a",
                            "whole",
                            Map.of("name", "hall"),
                            "parts",
                            List.of(Map.of("name", "b", "parts", List.of(Map.of("name", "c"))), Map.of("name", "d"))));
            assertThat(shelf.getWhole().getName()).isEqualTo("hall");
            assertThat(shelf.getParts()).extracting(Shelf::getName).containsExactlyInAnyOrder("b", "d");
            assertThat(rows(Shelf.class).deleteById(shelf.getWhole().getId())).isTrue();
            assertThat(count("Shelf")).isZero();
        }
    }

    @Nested
    class OnPostgreSql extends InsertMapContract {

        @Override
        Database database() {
            return Database.POSTGRESQL;
        }
    }
}
