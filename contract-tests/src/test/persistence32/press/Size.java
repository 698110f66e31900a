package press;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public record Size(
        @Column(comment = "Overridden", check = @CheckConstraint(constraint = "WIDTH > 0")) int width,
        @Column(comment = "Kept", check = @CheckConstraint(constraint = "HEIGHT > 0")) int height) {}
