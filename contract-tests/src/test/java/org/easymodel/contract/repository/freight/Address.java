package org.easymodel.contract.repository.freight;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.easymodel.model.Hidden;

@Embeddable
public class Address {

    @NotBlank
    @Size(max = 60)
    private String city;

    private String street;

    @Hidden
    private String doorCode;

    @Embedded
    private Place place;

    protected Address() {}

    public Address(String city, String street, Place place) {
        this.city = city;
        this.street = street;
        this.doorCode = "door";
        this.place = place;
    }

    public String getCity() {
        return city;
    }
}
