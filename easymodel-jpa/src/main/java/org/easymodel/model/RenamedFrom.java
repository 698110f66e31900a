package org.easymodel.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what the column of an attribute, or the table of an entity, was called before, so that the next revision renames
 * it instead of dropping it. May stay in the code: once the revision is written it has no effect.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface RenamedFrom {

    /** The former name of the column or table, as a mapping writes it. */
    String value();
}
