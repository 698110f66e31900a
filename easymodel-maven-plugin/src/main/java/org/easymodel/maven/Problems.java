package org.easymodel.maven;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.InvalidModelException;
import org.easymodel.failure.Problem;

/** Everything that this package refuses, with its text. */
final class Problems {

    private Problems() {}

    /** The failure of a build; its text is that of the problems. */
    static MojoFailureException failed(EasyModelException failure) {
        return new MojoFailureException(failure.getMessage(), failure);
    }

    static ConfigurationException noMessage() {
        return new ConfigurationException(new Problem(
                "EM-5001",
                "easymodel:revision",
                "there is no message.",
                "Say in a few words why the schema changes: -Dmessage=\"Add subtitles\"."));
    }

    static ConfigurationException noTarget() {
        return new ConfigurationException(new Problem(
                "EM-5002",
                "easymodel:downgrade",
                "there is no target.",
                "Name the revision that shall be the newest, with -Dto=0003; -Dto=-1 for one less than now; -Dto=base "
                        + "for none."));
    }

    static ConfigurationException noUrl() {
        return new ConfigurationException(new Problem(
                "EM-5003",
                "database",
                "there is no address of it.",
                "Give -Deasymodel.url, or EASYMODEL_URL in the environment; user and password likewise."));
    }

    static ConfigurationException severalUnits(Collection<String> names) {
        return new ConfigurationException(new Problem(
                "EM-5004",
                "META-INF/persistence.xml",
                "there are several persistence units: " + String.join(", ", names) + ".",
                "Name one with -Dunit."));
    }

    static ConfigurationException notCompiled(Path classes) {
        return new ConfigurationException(new Problem(
                "EM-5005",
                classes.toString(),
                "there are no classes yet.",
                "Compile first: mvn compile easymodel:revision."));
    }

    static ConfigurationException noScanner(Throwable cause) {
        return new ConfigurationException(
                List.of(new Problem(
                        "EM-5006",
                        "class path",
                        "the model cannot be read with the libraries of the project.",
                        "Check that easymodel-jpa and EclipseLink are of versions that belong together; the cause says "
                                + "what is missing.")),
                cause);
    }

    static InvalidModelException scan(Throwable cause) {
        return new InvalidModelException(
                List.of(new Problem(
                        "EM-5007",
                        "model",
                        "it cannot be read. Correct it and compile again:\n" + cause.getMessage(),
                        "")),
                cause);
    }

    static ConfigurationException noDriver(String url) {
        return new ConfigurationException(new Problem(
                "EM-5008",
                "class path",
                "no library of the project is a driver for " + url + ".",
                "Add the JDBC driver to the project; any scope but test and system will do."));
    }

    static InvalidModelException notExplained(Throwable cause) {
        return new InvalidModelException(
                List.of(new Problem(
                        "EM-5009", "easymodel:explain", "there is no explanation:\n" + cause.getMessage(), "")),
                cause);
    }
}
