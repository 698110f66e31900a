package org.easymodel.eclipselink;

import java.util.List;
import org.easymodel.failure.Problem;
import org.easymodel.model.RelationshipRules;
import org.easymodel.model.Relationships;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RuledEntities;
import org.eclipse.persistence.sessions.Session;

/** What the classes say that the property {@code easymodel.relationships} names. */
final class RulesInCode {

    /** The setting without its prefix. */
    static final String SETTING = "relationships";

    private RulesInCode() {}

    static List<EntityDescription> apply(Session session, List<EntityDescription> entities, List<Problem> problems) {
        List<EntityDescription> ruled = entities;
        for (String className :
                SessionSettings.of(session).text(SETTING).orElse("").split(",")) {
            if (!className.isBlank()) {
                Relationships relationships = new Relationships();
                rules(session, className.strip()).declare(relationships);
                ruled = RuledEntities.of(ruled, className.strip(), relationships.rules(), problems);
                ruled = RuledEntities.ofPairs(ruled, className.strip(), relationships.pairs(), problems);
            }
        }
        return ruled;
    }

    private static RelationshipRules rules(Session session, String className) {
        ClassLoader loader = session.getPlatform().getConversionManager().getLoader();
        try {
            return (RelationshipRules)
                    Class.forName(className, true, loader).getConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw Problems.noRules(className, e);
        }
    }
}
