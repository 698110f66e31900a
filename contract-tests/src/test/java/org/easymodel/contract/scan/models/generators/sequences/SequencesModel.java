package org.easymodel.contract.scan.models.generators.sequences;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Sequences: named, shared, in steps, from a start, and by default. */
public final class SequencesModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Alpha.class, Beta.class, Gamma.class, Delta.class);
    }

    @Override
    public List<Object> rows() {
        Alpha alpha = new Alpha();
        Beta beta = new Beta();
        Gamma gamma = new Gamma();
        return List.of(alpha, beta, new Beta(), gamma, new Delta());
    }

    @Override
    public void change(Rows rows) {
        rows.the(Alpha.class).text = "a";
        rows.the(Beta.class).text = "b";
        rows.the(Gamma.class).text = "c";
        rows.the(Delta.class).text = "d";
    }
}

@Entity
@SequenceGenerator(name = "shared", sequenceName = "SHARED_SEQ", initialValue = 1000, allocationSize = 10)
class Alpha {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shared")
    Long id;

    String text;
}

@Entity
class Beta {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shared")
    int id;

    String text;
}

@Entity
class Gamma {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    String text;
}

@Entity
class Delta {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "deltas")
    @SequenceGenerator(name = "deltas", allocationSize = 1)
    Long id;

    String text;
}
