package org.easymodel.contract.scan.models.generators.automatic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.eclipse.persistence.annotations.UuidGenerator;

/** Ids that EclipseLink or the database gives as it likes. */
public final class AutomaticModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Auto.class, Identity.class, Text.class);
    }

    /** EclipseLink asks for the numbers that H2 gave in a way that H2 only knows in this mode. */
    @Override
    public String h2Mode() {
        return "LEGACY";
    }

    @Override
    public List<Object> rows() {
        return List.of(new Auto(), new Auto(), new Identity(), new Text());
    }

    @Override
    public void change(Rows rows) {
        rows.the(Auto.class).text = "a";
        rows.the(Identity.class).text = "b";
        rows.the(Text.class).text = "c";
    }
}

@Entity
class Auto {
    @Id
    @GeneratedValue
    Long id;

    String text;
}

@Entity
class Identity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id;

    String text;
}

@Entity
class Text {
    @Id
    @GeneratedValue(generator = "uuids")
    @UuidGenerator(name = "uuids")
    @Column(length = 36)
    String id;

    String text;
}
