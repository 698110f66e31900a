package org.easymodel.maven;

import java.nio.file.Path;
import java.util.List;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.Problem;

/** What goals refuse of their parameters. */
final class CommandProblems {

    private CommandProblems() {}

    static ConfigurationException unknownFormat(String format) {
        return new ConfigurationException(new Problem(
                "EM-5010",
                "-Dformat=" + format,
                "there is no such form of a result.",
                "Ask for text or json; the language of changelogs is -Dchangelog."));
    }

    static ConfigurationException notWritten(Path file, Throwable cause) {
        return new ConfigurationException(
                List.of(new Problem(
                        "EM-5011",
                        file.toString(),
                        "the result cannot be written there.",
                        "Give another file with -Doutput.")),
                cause);
    }

    static ConfigurationException notRead(Path file, Throwable cause) {
        return new ConfigurationException(
                List.of(new Problem(
                        "EM-5015", file.toString(), "the file cannot be read.", "Name a text file in UTF-8.")),
                cause);
    }

    static ConfigurationException noStamp() {
        return new ConfigurationException(new Problem(
                "EM-5012",
                "easymodel:stamp",
                "there is no target.",
                "Name the revision that the database is at, with -Dto=0003, -Dto=heads or -Dto=base."));
    }

    static ConfigurationException noRevision() {
        return new ConfigurationException(new Problem(
                "EM-5013",
                "easymodel:reseal",
                "there is no revision.",
                "Name the one that was edited: -Drevision=0003."));
    }

    static ConfigurationException noDatabase() {
        return new ConfigurationException(new Problem(
                "EM-5014", "easymodel:sql", "there is no database.", "Name one: -Ddatabase=derby, h2 or postgresql."));
    }
}
