package org.easymodel.engine;

/**
 * What of an entity a map contains. Immutable.
 *
 * @param included what is named to be in it; {@link Branch#WHOLE} where everything is
 * @param excluded what is named to be left out
 * @param depth how many relationships deep it goes where no path is named
 */
record Outline(Branch included, Branch excluded, int depth) {

    /** All attributes and no relationship. */
    static final Outline ATTRIBUTES = new Outline(Branch.WHOLE, Branch.NONE, 0);

    boolean takes(Part part) {
        if (part.isHidden() || excluded.at(part.name()).end()) {
            return false;
        }
        return included.end() ? depth > 0 || !part.leadsOn() : included.below().containsKey(part.name());
    }

    /** What of the things under one of its parts. */
    Outline under(Part part) {
        boolean further = part.leadsOn();
        return new Outline(
                included.end() ? Branch.WHOLE : included.at(part.name()),
                excluded.at(part.name()),
                further ? Math.max(0, depth - 1) : depth);
    }
}
