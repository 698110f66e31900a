package org.easymodel.contract.naming.billing;

import jakarta.persistence.Entity;

/** The target of relationships that nothing leads back from. */
@Entity
public class Attachment extends Recorded {

    public String fileName;
}
