package org.easymodel.server;

/** The server of this test run. Used outside the server only. */
final class Servers {

    private Servers() {}

    static boolean isWildFly() {
        return System.getProperty("arquillian.launch").startsWith("wildfly");
    }
}
