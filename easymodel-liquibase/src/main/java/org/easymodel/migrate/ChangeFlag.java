package org.easymodel.migrate;

/** What else a reviewer wants to know of a change. */
public enum ChangeFlag {
    /** Instances of the application that still run the old version fail from now on. */
    BREAKS_OLD_CODE("breaks-old-code"),
    /** Whether it works depends on the rows; a guard looks first. */
    DATA_DEPENDENT("data-dependent"),
    /** PostgreSQL does it while others read and write; not in one transaction. */
    ONLINE("online"),
    /** It took a hint to tell it from something else. */
    NEEDS_HINT("needs-hint");

    private final String text;

    ChangeFlag(String text) {
        this.text = text;
    }

    /** The word that people and files use, such as {@code breaks-old-code}. */
    public String text() {
        return text;
    }
}
