package org.easymodel.contract.repository.freight;

public enum Mark {
    FRAGILE,
    COLD,
    URGENT
}
