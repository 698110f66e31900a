package org.easymodel.benchmark.start;

/** What is started. */
enum Start {
    EASYMODEL_OFF,
    EASYMODEL_UPGRADE,
    EASYMODEL_CHECK,
    EASYMODEL_AUTO,
    LIQUIBASE_UPDATE,
    HIBERNATE,
    HIBERNATE_VALIDATE
}
