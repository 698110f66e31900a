package org.easymodel.contract.scan.models.generators.tables;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Generators that count in tables: by default, renamed, and two in one table. */
public final class TablesModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Hen.class, Duck.class, Goose.class, Swan.class);
    }

    /** EclipseLink does not write the apostrophe as SQL needs it. */
    @Override
    public List<String> mends() {
        return List.of("insert into ID_NUMBERS (WHO, LAST_ID) values ('duck''s', 100)");
    }

    @Override
    public List<Object> rows() {
        return List.of(new Hen(), new Duck(), new Goose(), new Swan());
    }

    @Override
    public void change(Rows rows) {
        rows.the(Hen.class).text = "a";
        rows.the(Duck.class).text = "b";
        rows.the(Goose.class).text = "c";
        rows.the(Swan.class).text = "d";
    }
}

@Entity
class Hen {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;

    String text;
}

@Entity
@TableGenerator(
        name = "duck",
        table = "ID_NUMBERS",
        pkColumnName = "WHO",
        valueColumnName = "LAST_ID",
        pkColumnValue = "duck's",
        initialValue = 100,
        allocationSize = 5)
class Duck {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "duck")
    Long id;

    String text;
}

@Entity
class Goose {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "goose")
    @TableGenerator(
            name = "goose",
            table = "ID_NUMBERS",
            pkColumnName = "WHO",
            valueColumnName = "LAST_ID",
            allocationSize = 1)
    int id;

    String text;
}

@Entity
class Swan {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "swan")
    @TableGenerator(name = "swan")
    Long id;

    String text;
}
