package org.easymodel.contract.scan.models.tables.secondary;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.easymodel.contract.scan.models.tables.secondary.SecondaryModel.OfficeId;

/** Entities in several tables, whose keys have names of their own, with relationships in the further ones. */
public final class SecondaryModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Employee.class, Office.class, Stamp.class);
    }

    @Override
    public List<Object> rows() {
        Office office = new Office();
        office.country = "AT";
        office.number = 1;
        office.phone = "01";
        Employee employee = new Employee();
        employee.id = 1L;
        employee.name = "Ann";
        employee.wage = new BigDecimal("1.00");
        employee.stars = 3;
        employee.office = office;
        employee.stamp = new Stamp();
        employee.stamp.who = "x";
        return List.of(office, employee);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Office.class).phone = "02";
        rows.the(Employee.class).stars = 4;
    }

    public static final class OfficeId implements Serializable {
        private static final long serialVersionUID = 1;

        String country;
        int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof OfficeId id && id.country.equals(country) && id.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(country, number);
        }
    }
}

@Entity
@SecondaryTable(name = "SALARY", pkJoinColumns = @PrimaryKeyJoinColumn(name = "EMP_ID", referencedColumnName = "ID"))
@SecondaryTable(name = "RATING", uniqueConstraints = @UniqueConstraint(columnNames = {"STARS", "OFFICE_NO"}))
class Employee {
    @Id
    Long id;

    @Column(nullable = false)
    String name;

    @Column(table = "SALARY", precision = 9, scale = 2, nullable = false)
    BigDecimal wage;

    @Column(table = "RATING")
    int stars;

    @ManyToOne
    @JoinColumn(table = "RATING", name = "OFFICE_COUNTRY", referencedColumnName = "COUNTRY")
    @JoinColumn(table = "RATING", name = "OFFICE_NO", referencedColumnName = "NUMBER")
    Office office;

    @Embedded
    @AttributeOverride(name = "who", column = @Column(name = "WHO", table = "SALARY"))
    Stamp stamp;
}

@Embeddable
class Stamp {
    String who;
}

@Entity
@IdClass(OfficeId.class)
@SecondaryTable(
        name = "OFFICE_PHONE",
        pkJoinColumns = {
            @PrimaryKeyJoinColumn(name = "LAND", referencedColumnName = "COUNTRY"),
            @PrimaryKeyJoinColumn(name = "NUM", referencedColumnName = "NUMBER")
        })
class Office {
    @Id
    @Column(length = 2)
    String country;

    @Id
    int number;

    @Column(table = "OFFICE_PHONE")
    String phone;
}
