package org.easymodel.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR of the example, as its module builds it. Used outside the server only. */
final class ShopWar {

    private ShopWar() {}

    static WebArchive built() {
        File file = new File(System.getProperty("example.wars"), Servers.isWildFly() ? "shop-wildfly.war" : "shop.war");
        if (!file.isFile()) {
            throw new IllegalStateException(file + " is not there; build it with mvn package -pl example-war -am");
        }
        return ShrinkWrap.create(ZipImporter.class, "shop.war").importFrom(file).as(WebArchive.class);
    }

    /** With another data source and its driver. */
    static WebArchive onPostgres(int largestPool) {
        WebArchive war = built();
        String dataSource = """
                <data-source>
                  <name>java:app/jdbc/shop</name>
                  %s
                </data-source>""".formatted(DataSources.postgres(largestPool));
        return war.setWebXML(new StringAsset(webXml(war)
                        .replaceAll("(?s)<data-source>.*</data-source>", Matcher.quoteReplacement(dataSource))))
                .addAsLibraries(Libraries.named("postgresql-"));
    }

    private static String webXml(WebArchive war) {
        try (InputStream content = war.get("WEB-INF/web.xml").getAsset().openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
