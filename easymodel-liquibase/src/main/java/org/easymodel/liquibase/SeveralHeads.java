package org.easymodel.liquibase;

/** What an upgrade does where two branches met and nobody has joined their revisions yet. */
public enum SeveralHeads {
    /** Applies nothing. */
    REFUSE,
    /** Applies them all if no two of them change the same. */
    APPLY
}
