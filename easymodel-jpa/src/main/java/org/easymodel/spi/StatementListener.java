package org.easymodel.spi;

/** Takes the statements that a thread sends. */
public interface StatementListener {

    /**
     * A statement is sent.
     *
     * @param sql its text, with marks for its parameters
     */
    void sent(String sql);

    /**
     * The provider asks for numbers of new rows: of a sequence, or of a table that stands for one. There are as many of these
     * as there are new rows for an allocation.
     */
    void askedForNumbers();
}
