package org.easymodel.query;

/** A row at the other end of a relationship that meets a condition of its own. */
record Related(String path, Condition condition) implements Condition {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.related(path, condition);
    }

    @Override
    public String toString() {
        return path + " has " + condition;
    }
}
