package org.easymodel.contract.start.third;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What somebody else has added. */
@Entity
public class Note {

    @Id
    private long id;

    private String text;
}
