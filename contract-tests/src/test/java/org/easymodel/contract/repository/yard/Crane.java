package org.easymodel.contract.repository.yard;

import jakarta.persistence.Entity;

@Entity
public class Crane extends Machine {

    private int tonnes;

    public int getTonnes() {
        return tonnes;
    }
}
