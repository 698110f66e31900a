package org.easymodel.contract.repository.yard;

import jakarta.persistence.Embeddable;

@Embeddable
public class Spot {

    private int x;
    private int y;

    public int getX() {
        return x;
    }

    public int getY() {
        return y;
    }
}
