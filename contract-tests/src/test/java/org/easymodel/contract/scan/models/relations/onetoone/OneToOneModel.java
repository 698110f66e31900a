package org.easymodel.contract.scan.models.relations.onetoone;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** One-to-one by a key, by the shared primary key, over a table, and from both sides. */
public final class OneToOneModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Citizen.class, Passport.class, Portrait.class, Locker.class);
    }

    @Override
    public List<Object> rows() {
        Passport passport = new Passport();
        passport.id = 1L;
        Citizen citizen = new Citizen();
        citizen.id = 1L;
        citizen.passport = passport;
        passport.holder = citizen;
        Portrait portrait = new Portrait();
        portrait.id = 1L;
        citizen.portrait = portrait;
        Locker locker = new Locker();
        locker.id = 1L;
        citizen.locker = locker;
        return List.of(passport, portrait, locker, citizen);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Passport.class).number = "P1";
        rows.the(Portrait.class).path = "a.png";
        rows.the(Locker.class).key = 7;
        rows.the(Citizen.class).name = "Ann";
    }
}

@Entity
class Citizen {
    @Id
    Long id;

    String name;

    @OneToOne(optional = false)
    Passport passport;

    @OneToOne
    @PrimaryKeyJoinColumn
    Portrait portrait;

    @OneToOne
    @JoinTable(
            name = "CITIZEN_LOCKER",
            joinColumns = @JoinColumn(name = "CITIZEN"),
            inverseJoinColumns = @JoinColumn(name = "LOCKER"))
    Locker locker;
}

@Entity
class Passport {
    @Id
    Long id;

    String number;

    @OneToOne(mappedBy = "passport")
    Citizen holder;
}

@Entity
class Portrait {
    @Id
    Long id;

    String path;
}

@Entity
class Locker {
    @Id
    Long id;

    @Column(name = "LOCK_KEY")
    int key;
}
