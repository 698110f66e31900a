package org.easymodel.benchmark.start;

/** What is done once for a model, not with every start. */
enum Work {
    SCAN,
    REVISION,
    CHECK,
    UPGRADE,
    LIQUIBASE_UPDATE
}
