package org.easymodel.contract.seeds;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** A unit with a provider of Bean Validation, which is given to it: the class path has no expression language to start one. */
final class ValidatedUnit implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ValidatorFactory validators;
    private final EntityManagerFactory factory;
    private final EasyRepositories easy;

    private ValidatedUnit(ValidatorFactory validators, EntityManagerFactory factory) {
        this.validators = validators;
        this.factory = factory;
        this.easy = EasyRepositories.on(factory);
    }

    static ValidatedUnit of(Path root, Database kind, Class<?>... entities) {
        ValidatorFactory validators = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory();
        Map<String, Object> properties = new HashMap<>(kind.properties("seed_valid_" + COUNT.incrementAndGet()));
        properties.put("easymodel.migrate", "create");
        properties.put("jakarta.persistence.validation.factory", validators);
        return new ValidatedUnit(
                validators,
                UnitPath.of(root, UnitXml.of("validated", List.of(entities)))
                        .call(() -> Persistence.createEntityManagerFactory("validated", properties)));
    }

    <E> BlockingRepository<E> rows(Class<E> entity) {
        return easy.blocking(entity);
    }

    @Override
    public void close() {
        easy.close();
        factory.close();
        validators.close();
    }
}
