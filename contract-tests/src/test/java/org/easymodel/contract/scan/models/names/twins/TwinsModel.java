package org.easymodel.contract.scan.models.names.twins;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Tables of one name in two schemas, which EclipseLink makes one table of. */
public final class TwinsModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Plan.class, BuiltPlan.class);
    }

    @Override
    public List<String> schemas() {
        return List.of("DRAWN", "BUILT");
    }

    @Override
    public List<String> mends() {
        return List.of(
                "create table if not exists DRAWN.PLAN (ID bigint primary key)",
                "alter table DRAWN.PLAN add column if not exists AUTHOR varchar(255)",
                "create table if not exists BUILT.PLAN (ID bigint primary key)",
                "alter table BUILT.PLAN add column if not exists FINISHED date",
                "alter table BUILT.PLAN add column if not exists SOURCE_ID bigint");
    }

    @Override
    public List<Object> rows() {
        Plan plan = new Plan();
        plan.id = 1L;
        plan.author = "Ann";
        BuiltPlan built = new BuiltPlan();
        built.id = 1L;
        built.finished = LocalDate.of(2024, 1, 1);
        built.source = plan;
        return List.of(plan, built);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Plan.class).author = "Ben";
        rows.the(BuiltPlan.class).finished = null;
    }
}

@Entity
@Table(name = "PLAN", schema = "DRAWN")
class Plan {
    @Id
    Long id;

    @Column(unique = true)
    String author;
}

@Entity
@Table(name = "PLAN", schema = "BUILT")
class BuiltPlan {
    @Id
    Long id;

    LocalDate finished;

    @ManyToOne
    Plan source;
}
