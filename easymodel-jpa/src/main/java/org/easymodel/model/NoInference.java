package org.easymodel.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that no relationship is inferred from an attribute, from what is embedded in it, or from any attribute that a class
 * declares or, if it is an entity, inherits; and that nothing is said of the fields of that class. Relationships of other entities
 * may still lead to it. Of a {@code @Transient} field it says that no relationship is kept in it, since the application fills it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface NoInference {}
