package org.easymodel.contract.scan.models.relations.cycles;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Tables whose keys lead in a circle, so that no order creates them with their keys. */
public final class CyclesModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Nation.class, Capital.class, Mayor.class);
    }

    @Override
    public List<Object> rows() {
        Nation nation = new Nation();
        nation.id = 1L;
        Capital capital = new Capital();
        capital.id = 1L;
        Mayor mayor = new Mayor();
        mayor.id = 1L;
        nation.capital = capital;
        capital.mayor = mayor;
        mayor.birthplace = nation;
        return List.of(nation, capital, mayor);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Nation.class).name = "N";
        rows.the(Capital.class).name = "C";
        rows.the(Mayor.class).name = "M";
    }

    @Override
    public void loosen(Rows rows) {
        rows.the(Nation.class).capital = null;
        rows.the(Capital.class).mayor = null;
        rows.the(Mayor.class).birthplace = null;
    }
}

@Entity
class Nation {
    @Id
    Long id;

    String name;

    @OneToOne
    Capital capital;
}

@Entity
class Capital {
    @Id
    Long id;

    String name;

    @ManyToOne
    Mayor mayor;
}

@Entity
class Mayor {
    @Id
    Long id;

    String name;

    @ManyToOne
    Nation birthplace;
}
