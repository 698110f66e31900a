package org.easymodel.liquibase;

import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImpl;
import java.net.SocketImplFactory;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.easymodel.failure.MigrationException;
import org.easymodel.migrate.ChangelogFormat;
import org.easymodel.migrate.DataStep;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.SchemaModel;

/** Does everything that migrates, in a process that tells of every socket; databases in its own memory need none. */
final class QuietProcess {

    private QuietProcess() {}

    public static void main(String[] arguments) throws IOException {
        watchSockets();
        System.setProperty("derby.stream.error.file", arguments[0] + "/derby.log");
        for (String url : List.of("jdbc:h2:mem:quiet;DB_CLOSE_DELAY=-1", "jdbc:derby:memory:quiet;create=true")) {
            Path revisions = Path.of(arguments[0], String.valueOf(url.hashCode()));
            ConnectionSource source = ConnectionSource.of(url, null, null);
            MigrationManager first = MigrationManager.of(model(table("BOOK", text("ISBN", 13))), revisions)
                    .withConnections(source);
            first.revision("First");
            first.upgrade();
            try (var connection = source.open();
                    var statement = connection.createStatement()) {
                statement.execute("INSERT INTO BOOK (ID, ISBN) VALUES (1, 'a'), (2, 'a')");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            SchemaModel model = model(of(table("BOOK", text("ISBN", 13), number("PAGES")), unique("ISBN")));
            MigrationManager second = MigrationManager.of(model, revisions).withConnections(source);
            second.revision("Second");
            second.check().requireSound();
            try {
                second.upgrade();
                say("not refused");
            } catch (MigrationException e) {
                second.current();
            }
            second.downgradeAcceptingLoss("base");
            everythingElse(second);
            MigrationManager.of(model, revisions.resolve("adopted"))
                    .withConnections(source)
                    .adopt("What is there");
            second.downgradeAcceptingLoss("base");
            second.createAll();
            second.runs();
        }
        say("ended");
    }

    /** What looks, tells and writes; in every language of a changelog. */
    private static void everythingElse(MigrationManager second) {
        second.upgrade("0001");
        second.upgrade();
        second.stamp("0001");
        second.stamp("heads");
        second.checkDatabase().text();
        second.drift().text();
        second.history().json();
        second.heads().text();
        second.revisions().text();
        second.lint().text();
        second.sql("postgresql").text();
        second.detectChanges().json();
        second.merge("").text();
        for (ChangelogFormat format : ChangelogFormat.values()) {
            second.withFormat(format)
                    .revision(
                            "Fill in " + format,
                            RevisionOptions.none()
                                    .withData(DataStep.of("UPDATE BOOK SET PAGES = 1; DELETE FROM BOOK")));
        }
        second.reseal("0003");
        second.upgrade();
        second.emptyRevision("By hand");
    }

    private static void say(String line) {
        System.out.println(line);
    }

    @SuppressWarnings("deprecation")
    private static void watchSockets() throws IOException {
        SocketImplFactory factory = () -> {
            say("socket " + List.of(new Throwable().getStackTrace()));
            return (SocketImpl) null;
        };
        Socket.setSocketImplFactory(factory);
        ServerSocket.setSocketFactory(factory);
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                say("request " + uri);
                return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("nowhere.invalid", 1)));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                say("request " + uri);
            }
        });
    }
}
