package org.easymodel.contract.scan.models.names.lengthy;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Names so long that a constraint over them is longer than a database allows. */
public final class LengthyModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(AdministrativeDistrictOfTheProvince.class, ResponsibleMunicipalAuthorityOfTheDistrict.class);
    }

    @Override
    public List<Object> rows() {
        AdministrativeDistrictOfTheProvince district = new AdministrativeDistrictOfTheProvince();
        district.identificationNumberOfTheDistrict = 1L;
        district.officialNameOfTheDistrictInTheMainLanguage = "Styria";
        district.formerNamesOfTheDistrictInTheMainLanguage.add("Steiermark");
        ResponsibleMunicipalAuthorityOfTheDistrict authority = new ResponsibleMunicipalAuthorityOfTheDistrict();
        authority.identificationNumberOfTheAuthority = 1L;
        authority.administrativeDistrictOfTheResponsibility = district;
        authority.administrativeDistrictOfTheRepresentation = district;
        authority.districtsInWhichTheAuthorityHelpsOut.add(district);
        return List.of(district, authority);
    }

    @Override
    public void change(Rows rows) {
        rows.the(AdministrativeDistrictOfTheProvince.class).officialNameOfTheDistrictInTheMainLanguage = "Tyrol";
        rows.the(ResponsibleMunicipalAuthorityOfTheDistrict.class)
                .districtsInWhichTheAuthorityHelpsOut
                .clear();
    }
}

@Entity
class AdministrativeDistrictOfTheProvince {
    @Id
    Long identificationNumberOfTheDistrict;

    @Column(unique = true)
    String officialNameOfTheDistrictInTheMainLanguage;

    @ElementCollection
    @CollectionTable(name = "FORMER_NAMES_OF_THE_ADMINISTRATIVE_DISTRICT_OF_THE_PROVINCE")
    Set<String> formerNamesOfTheDistrictInTheMainLanguage = new HashSet<>();
}

@Entity
@Table(
        uniqueConstraints =
                @UniqueConstraint(
                        columnNames = {
                            "ADMINISTRATIVEDISTRICTOFTHERESPONSIBILITY_ID",
                            "ADMINISTRATIVEDISTRICTOFTHEREPRESENTATION_ID"
                        }))
class ResponsibleMunicipalAuthorityOfTheDistrict {
    @Id
    Long identificationNumberOfTheAuthority;

    @ManyToOne
    @JoinColumn(name = "ADMINISTRATIVEDISTRICTOFTHERESPONSIBILITY_ID")
    AdministrativeDistrictOfTheProvince administrativeDistrictOfTheResponsibility;

    @ManyToOne
    @JoinColumn(name = "ADMINISTRATIVEDISTRICTOFTHEREPRESENTATION_ID")
    AdministrativeDistrictOfTheProvince administrativeDistrictOfTheRepresentation;

    @ManyToMany
    @JoinTable(
            name = "DISTRICTS_IN_WHICH_THE_AUTHORITY_HELPS",
            joinColumns = @JoinColumn(name = "RESPONSIBLE_MUNICIPAL_AUTHORITY_OF_THE_DISTRICT_ID"),
            inverseJoinColumns = @JoinColumn(name = "RESPONSIBLE_MUNICIPAL_AUTHORITY_OF_THE_DISTRICT_NO"))
    Set<AdministrativeDistrictOfTheProvince> districtsInWhichTheAuthorityHelpsOut = new HashSet<>();
}
