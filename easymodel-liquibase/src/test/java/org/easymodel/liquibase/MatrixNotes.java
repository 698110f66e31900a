package org.easymodel.liquibase;

import java.util.Map;
import java.util.Set;

/** Rows of the case matrix that are no pair of schemas: where they are tested, or why they are not there. */
final class MatrixNotes {

    /** Rows about files, locks and history, and the tests that hold them; of this module, if none is named. */
    static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("MC071", "liquibase.FailureTest#upgrade_rowsAgainstIt_haltsBeforeTheChangeAndGoesOnLater"),
            Map.entry("MC111", "liquibase.FailureTest#upgrade_rowsAgainstIt_haltsBeforeTheChangeAndGoesOnLater"),
            Map.entry("MC112", "liquibase.OnlineTest#upgrade_online_givesTheSameSchemaThereAndBack"),
            Map.entry("MC102", "liquibase.DriftTest#drift_afterUpgradesOfRandomSchemas_isEmpty"),
            Map.entry("MC144", "liquibase.RevisionFilesTest#check_twoBranches_tellsBothHeads"),
            Map.entry("MC145", "liquibase.BranchesTest#merge_differentPartsOfOneTable_joinsThem"),
            Map.entry("MC146", "liquibase.BranchesTest#merge_sameColumnOfAnotherType_isRefusedWithBothRevisions"),
            Map.entry("MC147", "liquibase.BranchesTest#merge_sameChangeTwice_isRefused_sinceADatabaseWouldDoItTwice"),
            Map.entry("MC148", "liquibase.BranchesTest#merge_renamedHereAndChangedThere_isRefused"),
            Map.entry("MC149", "liquibase.BranchesTest#merge_differentPartsOfOneTable_joinsThem"),
            Map.entry("MC150", "liquibase.BranchesTest#merge_differentPartsOfOneTable_joinsThem"),
            Map.entry("MC151", "liquibase.RevisionFilesTest#check_touchedFiles_namesTheFolder"),
            Map.entry("MC152", "liquibase.RevisionFilesTest#check_touchedFiles_namesTheFolder"),
            Map.entry("MC153", "liquibase.PlainLiquibaseTest#update_afterUs_hasNothingToDo"),
            Map.entry("MC154", "liquibase.FailureTest#upgrade_changeSetFailsHalfWay_leavesNothingOfIt"),
            Map.entry("MC155", "liquibase.CrashTest#kill_atRandomMoments_theNextStartFinishes"),
            Map.entry("MC156", "liquibase.CrashTest#start_eightProcessesAtOnce_oneMigratesAndNoneFails"),
            Map.entry("MC157", "liquibase.DriftTest#adopt_tablesOfItsOwn_areLeftAsTheyAre"),
            Map.entry("MC158", "liquibase.DriftTest#drift_changesByHand_areAllTold"),
            Map.entry("MC159", "liquibase.RevisionFilesTest#check_modelAhead_showsTheChanges"),
            Map.entry("MC161", "liquibase.CommandsTest#sql_forwardsAndBack_isThatOfTheDatabase"),
            Map.entry("MC118", "liquibase.GivenRowsTest#upgrade_rowsOfTheMatrix_areWhatItExpects"),
            Map.entry("MC119", "liquibase.GivenRowsTest#upgrade_rowsOfTheMatrix_areWhatItExpects"),
            Map.entry("MC124", "liquibase.GivenRowsTest#upgrade_rowsOfTheMatrix_areWhatItExpects"),
            Map.entry("MC134", "liquibase.GivenRowsTest#upgrade_rowsOfTheMatrix_areWhatItExpects"),
            Map.entry("MC135", "liquibase.GivenRowsTest#upgrade_rowsOfTheMatrix_areWhatItExpects"),
            Map.entry("MC109", "easymodel-jpa:schema.ConstraintNamesTest#name_of64Bytes_endsWithItsHash"),
            Map.entry("MC120", "easymodel-jpa:schema.ConstraintNamesTest#names_ofPlainTable_haveAPrefixEach"),
            Map.entry(
                    "MC143",
                    "easymodel-jpa:schema.SchemaModelTest#parse_textWithOtherLineEndsAndIndentation_hasTheSameHash"));

    /** Rows that need what EasyModel does not have, with what happens instead. */
    static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry(
                    "MC030",
                    "a revision is written without a database: the drop is rated as a loss whatever the rows hold"),
            Map.entry("MC074", "Bean Validation changes no column, as with EclipseLink; the step itself is MC070"),
            Map.entry("MC088", "the model knows that a column is numbered by the database, and no options of it"),
            Map.entry(
                    "MC115",
                    "a scan reads RESTRICT as NO ACTION, so that no model tells one from the other (ScanWarningTest)"),
            Map.entry("MC116", "the model knows no deferrable keys; a scan warns of them (EM-1018)"),
            Map.entry("MC160", "revisions are not squashed"));

    /** Rows that are rated otherwise than in the matrix: whatever reads every row is a lock, and a sequence that goes is a loss. */
    static final Map<String, String> RATED_OTHERWISE = Map.of("MC095", "lock", "MC128", "lock", "MC087", "data-loss");

    /** Rows with a function that the other databases do not have. */
    static final Set<String> POSTGRESQL_ONLY = Set.of("MC025");

    private MatrixNotes() {}
}
