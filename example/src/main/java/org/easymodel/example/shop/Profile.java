package org.easymodel.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import org.easymodel.model.EasyModel;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;
import org.jspecify.annotations.Nullable;

/** What a user tells of itself; its key is unique, so that the relationship is one-to-one. */
@Entity
public class Profile extends EasyModel {

    @References(value = User.class, onDelete = OnDelete.CASCADE)
    @Column(name = "USER_ID", nullable = false, unique = true)
    private @Nullable Long userId;

    @Column(length = 60)
    private @Nullable String city;

    @Column(name = "BIRTH_DATE")
    private @Nullable LocalDate birthDate;

    @Column(length = 1000)
    private @Nullable String bio;

    public @Nullable Long getUserId() {
        return userId;
    }

    public void setUserId(@Nullable Long userId) {
        this.userId = userId;
    }

    public @Nullable String getCity() {
        return city;
    }

    public void setCity(@Nullable String city) {
        this.city = city;
    }

    public @Nullable LocalDate getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(@Nullable LocalDate birthDate) {
        this.birthDate = birthDate;
    }

    public @Nullable String getBio() {
        return bio;
    }

    public void setBio(@Nullable String bio) {
        this.bio = bio;
    }
}
