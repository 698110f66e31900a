package org.easymodel.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the persistence unit of a repository, in an application with several: where it is injected, or at an interface of the
 * application that extends a repository.
 *
 * <pre>{@code
 * @Inject @Unit("orders") EasyRepository<Order> orders;
 *
 * @Unit("orders")
 * public interface OrderRepository extends EasyRepository<Order> {}
 *
 * @Produces @Unit("orders") @PersistenceUnit(unitName = "orders") EntityManagerFactory ordersFactory;   // in a server
 * }</pre>
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface Unit {

    /** The name of the unit as in {@code persistence.xml}. */
    @Nonbinding
    String value();

    /** This annotation as a value. */
    final class Literal extends AnnotationLiteral<Unit> implements Unit {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /** The annotation with that name. */
        public static Literal of(String value) {
            return new Literal(value);
        }

        @Override
        public String value() {
            return value;
        }
    }
}
