package press;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDateTime;

@Embeddable
public class Mark {

    @Column(comment = "From 1", options = "VISIBLE", check = @CheckConstraint(constraint = "PAGE > 0"))
    int page;

    @Column(secondPrecision = 2)
    LocalDateTime setAt;

    @Override
    public String toString() {
        return page + "@" + setAt;
    }
}
