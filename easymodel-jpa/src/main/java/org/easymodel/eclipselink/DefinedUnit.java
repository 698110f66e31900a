package org.easymodel.eclipselink;

import jakarta.persistence.spi.PersistenceUnitInfo;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.easymodel.eclipselink.archive.MappedClasses;
import org.easymodel.eclipselink.archive.UnlistedEntities;
import org.easymodel.spi.UnitDefinition;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;

/**
 * A unit that is said in code, as EclipseLink is told of units. By reflection, since Jakarta Persistence 3.2 has further
 * methods, and other types, than 3.1.
 */
public final class DefinedUnit implements InvocationHandler {

    private final UnitDefinition unit;
    private final ClassLoader loader;
    private final URL root;
    private final List<String> classes;
    private final Properties properties;

    private DefinedUnit(UnitDefinition unit) {
        this.unit = unit;
        this.loader = Optional.ofNullable(unit.anchor().getClassLoader()).orElseGet(ClassLoader::getSystemClassLoader);
        this.root = root(unit.anchor());
        this.classes = ManagedClasses.of(classes()).stream().map(Class::getName).toList();
        this.properties = properties(unit);
    }

    /** What is beside a class is looked for here, since EclipseLink would not look for what these need in turn. */
    private List<Class<?>> classes() {
        List<Class<?>> classes = new ArrayList<>(unit.classes());
        unit.beside().ifPresent(place -> {
            List<String> names = MappedClasses.in(root);
            if (names.isEmpty()) {
                throw Problems.nothingBeside(place);
            }
            names.forEach(name -> classes.add(load(name)));
        });
        return classes;
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw Problems.notLoadable(name, e);
        }
    }

    /**
     * What EclipseLink is given.
     *
     * @throws org.easymodel.failure.ConfigurationException if classes of the unit cannot be found or loaded
     */
    public static PersistenceUnitInfo of(UnitDefinition unit) {
        return (PersistenceUnitInfo) Proxy.newProxyInstance(
                PersistenceUnitInfo.class.getClassLoader(),
                new Class<?>[] {PersistenceUnitInfo.class},
                new DefinedUnit(unit));
    }

    /**
     * Its classes are loaded already, so that they cannot be woven. EclipseLink shares a session between factories of one name,
     * so each has its own.
     */
    private static Properties properties(UnitDefinition unit) {
        Properties properties = new Properties();
        properties.put(PersistenceUnitProperties.SESSION_NAME, unit.name() + "-" + UUID.randomUUID());
        properties.put(PersistenceUnitProperties.WEAVING, "false");
        properties.put(PersistenceUnitProperties.LOGGING_LEVEL, "SEVERE");
        properties.put(UnlistedEntities.NAMED, "true");
        properties.putAll(unit.properties());
        Object customizer =
                properties.put(PersistenceUnitProperties.SESSION_CUSTOMIZER, EasyModelCustomizer.class.getName());
        if (customizer != null && !customizer.equals(EasyModelCustomizer.class.getName())) {
            properties.putIfAbsent(EasyModelCustomizer.DELEGATE, customizer);
        }
        return properties;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "getPersistenceUnitName" -> unit.name();
            case "getPersistenceProviderClassName" -> PersistenceProvider.class.getName();
            case "getTransactionType" -> constant(method.getReturnType(), "RESOURCE_LOCAL");
            case "getSharedCacheMode", "getValidationMode" -> constant(method.getReturnType(), unspecified(method));
            case "getNonJtaDataSource" -> unit.dataSource().orElse(null);
            case "getManagedClassNames" -> classes;
            case "getMappingFileNames", "getJarFileUrls", "getQualifierAnnotationNames" -> List.of();
            case "getPersistenceUnitRootUrl" -> root;
            case "excludeUnlistedClasses" -> true;
            case "getProperties" -> properties;
            case "getPersistenceXMLSchemaVersion" -> "3.0";
            case "getClassLoader", "getNewTempClassLoader" -> loader;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == List.of(arguments).get(0);
            case "toString" -> unit.name();
            default -> null;
        };
    }

    private static String unspecified(Method method) {
        return method.getName().equals("getValidationMode") ? "AUTO" : "UNSPECIFIED";
    }

    private static Object constant(Class<?> type, String name) {
        return List.of(type.getEnumConstants()).stream()
                .filter(each -> ((Enum<?>) each).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A class that was made in memory comes from nowhere; the unit needs a root all the same. */
    private static URL root(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source != null && source.getLocation() != null
                    ? source.getLocation()
                    : Path.of("").toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("The working directory is no URL", e);
        }
    }
}
