package org.easymodel.engine;

/** The database refused a row that was inserted beside the persistence context; a savepoint takes the transaction back. */
final class RefusedRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException refusal;

    RefusedRow(RuntimeException refusal) {
        super(refusal);
        this.refusal = refusal;
    }

    /** The exception of the provider. */
    RuntimeException refusal() {
        return refusal;
    }
}
