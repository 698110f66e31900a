package org.easymodel.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.time.Instant;
import org.easymodel.model.EasyModel;
import org.easymodel.model.UtcInstantConverter;
import org.jspecify.annotations.Nullable;

/** A person with an account. Its table is called USER, a word that SQL reserves. */
@Entity
public class User extends EasyModel {

    /** What a user may do. */
    public enum Role {
        CUSTOMER,
        STAFF,
        ADMIN
    }

    @Column(nullable = false, unique = true, length = 50)
    private String username = "";

    @Column(nullable = false, unique = true, length = 120)
    private String email = "";

    @Column(name = "FULL_NAME", nullable = false, length = 100)
    private String fullName = "";

    @Column(length = 30)
    private @Nullable String phone;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Role role = Role.CUSTOMER;

    @Column(name = "REGISTERED_AT", nullable = false)
    @Convert(converter = UtcInstantConverter.class)
    private Instant registeredAt = Instant.EPOCH;

    /** A column only in the variant of the shop that --with-loyalty switches on. */
    @Transient
    private @Nullable Integer loyaltyPoints;

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String fullName) {
        this.fullName = fullName;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public Instant getRegisteredAt() {
        return registeredAt;
    }

    public void setRegisteredAt(Instant registeredAt) {
        this.registeredAt = registeredAt;
    }

    public @Nullable Integer getLoyaltyPoints() {
        return loyaltyPoints;
    }

    public void setLoyaltyPoints(@Nullable Integer loyaltyPoints) {
        this.loyaltyPoints = loyaltyPoints;
    }
}
