package org.easymodel.eclipselink;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.persistence.internal.queries.EntityFetchGroup;
import org.eclipse.persistence.queries.FetchGroupTracker;
import org.jspecify.annotations.Nullable;

/**
 * The lazy attributes that a result does not contain: reading one fails instead of going to the database. One that is
 * assigned counts as read from then on, so that merging the entity writes it.
 */
final class SealedFetchGroup extends EntityFetchGroup {

    private static final long serialVersionUID = 1L;

    private final String entity;

    SealedFetchGroup(String entity, Collection<String> fetched) {
        super(fetched);
        this.entity = entity;
    }

    @Override
    public String onUnfetchedAttribute(FetchGroupTracker tracker, String attribute) {
        throw Problems.lazyNotRead(entity, attribute);
    }

    @Override
    public @Nullable String onUnfetchedAttributeForSet(FetchGroupTracker tracker, String attribute) {
        Set<String> fetched = new HashSet<>(getAttributeNames());
        fetched.add(attribute);
        tracker._persistence_setFetchGroup(new SealedFetchGroup(entity, fetched));
        return null;
    }
}
