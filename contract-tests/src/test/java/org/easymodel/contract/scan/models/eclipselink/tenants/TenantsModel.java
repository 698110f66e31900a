package org.easymodel.contract.scan.models.eclipselink.tenants;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Map;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** A column that tells tenants apart and that no attribute maps, in an entity and a hierarchy. */
public final class TenantsModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Project.class, Task.class, Bug.class);
    }

    @Override
    public Map<String, String> properties() {
        return Map.of("eclipselink.tenant-id", "acme", "region.id", "7");
    }

    @Override
    public List<Object> rows() {
        Project project = new Project();
        project.id = 1L;
        Task task = new Task();
        task.id = 1L;
        task.project = project;
        Bug bug = new Bug();
        bug.id = 2L;
        bug.project = project;
        bug.severity = 3;
        return List.of(project, task, bug);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Project.class).name = "p";
        rows.the(Task.class).title = "t";
        rows.the(Bug.class).severity = 4;
    }
}

@Entity
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", length = 20)
class Project {
    @Id
    Long id;

    String name;
}

@Entity
@Multitenant
@TenantDiscriminatorColumn(name = "OWNER_TENANT")
@TenantDiscriminatorColumn(name = "REGION", contextProperty = "region.id", length = 3)
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
class Task {
    @Id
    Long id;

    String title;

    @ManyToOne
    Project project;
}

@Entity
class Bug extends Task {
    int severity;
}
