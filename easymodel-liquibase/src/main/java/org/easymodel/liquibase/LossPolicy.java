package org.easymodel.liquibase;

/** What to do when going back would lose rows or values. */
enum LossPolicy {
    /** Stop before anything is done. */
    REFUSE,
    /** Go on. */
    ACCEPT
}
