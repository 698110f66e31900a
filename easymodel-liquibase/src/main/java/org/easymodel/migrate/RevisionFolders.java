package org.easymodel.migrate;

/** What is a revision among folders and files, wherever they lie. */
final class RevisionFolders {

    private static final String FOLDER = "\\d{4,}_[0-9a-f]{12}_.*";

    private RevisionFolders() {}

    static boolean isRevision(String folder) {
        return folder.matches(FOLDER);
    }

    /** The id of a revision, by the name of its folder. */
    static String id(String folder) {
        return folder.split("_", 3)[1];
    }

    /** Whether a file of a revision's folder, by its path in it, belongs to the revision. */
    static boolean isPart(String path) {
        return path.endsWith(".json") || ChangelogFormat.ofFile(path).isPresent();
    }
}
