package org.easymodel.contract.scan.models.own.annotations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.easymodel.model.Check;
import org.easymodel.model.Comment;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.FunctionalIndex;
import org.easymodel.model.Indexed;
import org.easymodel.model.NaturalKey;
import org.easymodel.model.PartialIndex;

/** What the annotations of this library add to a schema. */
public final class AnnotationsModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Member.class, Fee.class);
    }

    @Override
    public List<Object> rows() {
        Member member = new Member();
        member.id = 1L;
        member.email = "a@b.example";
        member.country = "AT";
        member.postcode = "8010";
        member.state = State.NEW;
        member.since = LocalDateTime.of(2024, 1, 1, 0, 0);
        member.active = true;
        member.points = 3;
        Fee fee = new Fee();
        fee.id = 1L;
        fee.member = member;
        fee.amount = new BigDecimal("5.00");
        fee.percent = 10;
        return List.of(member, fee);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Member.class).state = State.OLD;
        rows.the(Fee.class).percent = 100;
    }
}

@Entity
@Comment("Who pays; it's everyone")
@PartialIndex(attributes = "email", where = "ACTIVE = true", unique = true)
@FunctionalIndex(expression = "lower(COUNTRY)")
@FunctionalIndex(name = "UX_LOWER_EMAIL", expression = "lower(EMAIL)", unique = true)
class Member {
    @Id
    Long id;

    @Indexed
    @Comment("as typed")
    String email;

    @NaturalKey
    @Column(length = 2)
    String country;

    @NaturalKey
    @Indexed(name = "IX_ZIP")
    String postcode;

    @Enumerated(EnumType.STRING)
    @DefaultValue("NEW")
    @Column(nullable = false)
    State state;

    @DefaultValue("now")
    LocalDateTime since;

    @DefaultValue("true")
    boolean active;

    @DefaultValue("7")
    @Check("POINTS >= 0")
    int points;
}

enum State {
    NEW,
    OLD
}

@Entity
@Check(name = "CK_FEE", value = "AMOUNT >= 0 and PERCENT between 0 and 100")
class Fee {
    @Id
    Long id;

    @ManyToOne
    @Indexed
    Member member;

    @Column(precision = 8, scale = 2)
    @DefaultValue("0")
    BigDecimal amount;

    @Indexed(unique = true)
    Integer percent;
}
