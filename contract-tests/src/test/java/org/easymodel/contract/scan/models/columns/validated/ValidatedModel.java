package org.easymodel.contract.scan.models.columns.validated;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Constraints of Bean Validation, which say more of the columns than the mappings. */
public final class ValidatedModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Applicant.class, Address.class, Interview.class);
    }

    @Override
    public List<Object> rows() {
        Applicant applicant = new Applicant();
        applicant.id = 1L;
        applicant.firstName = "Ada";
        applicant.motto = "x".repeat(40);
        applicant.age = 36;
        applicant.wage = new BigDecimal("10");
        applicant.email = "a@b.example";
        applicant.address = new Address();
        applicant.address.street = "Main";
        applicant.address.number = 5;
        applicant.skills.add("maths");
        Interview interview = new Interview();
        interview.id = 1L;
        interview.applicant = applicant;
        interview.score = 100;
        return List.of(applicant, interview);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Applicant.class).age = 18;
        rows.the(Applicant.class).skills.add("logic");
        rows.the(Interview.class).score = 0;
    }
}

@Entity
class Applicant {
    @Id
    Long id;

    @NotNull
    @Size(min = 1, max = 60)
    String firstName;

    @Size(max = 40)
    @Column(length = 80)
    String motto;

    @Min(18)
    @Max(120)
    int age;

    @Positive
    @Digits(integer = 6, fraction = 2)
    BigDecimal wage;

    @NotBlank
    @Email
    String email;

    @NotNull
    @Embedded
    Address address;

    @ElementCollection
    @Size(max = 3)
    Set<@Size(max = 20) String> skills = new HashSet<>();
}

@Embeddable
class Address {
    @NotEmpty
    @Size(max = 50)
    String street;

    @PositiveOrZero
    int number;
}

@Entity
class Interview {
    @Id
    Long id;

    @NotNull
    @ManyToOne
    Applicant applicant;

    @DecimalMin("0")
    @DecimalMax("100")
    Integer score;
}
