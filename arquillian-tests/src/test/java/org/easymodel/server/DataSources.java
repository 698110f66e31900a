package org.easymodel.server;

/** The data sources of the WAR, as its {@code web.xml} defines them. */
final class DataSources {

    private DataSources() {}

    /** H2 in memory; a database for each name. */
    static String h2(String name) {
        return """
                <class-name>org.h2.jdbcx.JdbcDataSource</class-name>
                <url>jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1</url>
                <user>sa</user>
                <password>sa</password>""".formatted(name);
    }

    static String postgres() {
        return postgres(10);
    }

    static String postgres(int largestPool) {
        return """
                <class-name>org.postgresql.xa.PGXADataSource</class-name>
                <server-name>127.0.0.1</server-name>
                <port-number>%d</port-number>
                <database-name>postgres</database-name>
                <user>postgres</user>
                <password>postgres</password>
                <max-pool-size>%d</max-pool-size>
                <min-pool-size>0</min-pool-size>""".formatted(Postgres.port(), largestPool);
    }
}
