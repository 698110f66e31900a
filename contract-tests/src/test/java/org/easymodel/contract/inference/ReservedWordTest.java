package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.easymodel.contract.inference.traps.Letter;
import org.easymodel.contract.inference.traps.Person;
import org.easymodel.contract.repository.Database;
import org.easymodel.example.shop.Order;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables and columns whose names SQL reserves, in the statements that reach the database. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class ReservedWordTest {

    @Parameter
    private Database database;

    private Stage shop;
    private Stage traps;

    @BeforeEach
    void open() {
        shop = Stage.shop(database);
        traps = Stage.traps(database);
    }

    @Test
    void tables_ofReservedNames_areQuotedInEveryStatement() {
        shop.tap.reset();

        List<Order> orders =
                shop.fetch(Order.class, "select e from Order e where e.user.username = 'user-1'", "user", "items");

        assertThat(orders).hasSize(1);
        assertThat(shop.tap.statements())
                .hasSize(3)
                .anySatisfy(sql -> assertThat(sql).contains("\"ORDER\"").contains("\"USER\""))
                .allSatisfy(sql -> assertThat(sql).doesNotContainPattern("(FROM|,|JOIN) (ORDER|USER)\\b"));
    }

    @Test
    void columns_ofReservedNames_areQuotedInEveryStatement() {
        traps.tap.reset();
        traps.write(em -> {
            Person anna = new Person(71, "Anna");
            em.persist(anna);
            Letter letter = new Letter(71, anna, anna);
            letter.getReaders().add(anna);
            em.persist(letter);
        });
        List<String> inserts = traps.tap.statements();
        traps.tap.reset();
        List<Letter> letters = traps.fetch(
                Letter.class,
                "select e from Letter e where e.sender.name = 'Anna' and e.recipient.name = 'Anna' and e.subject like 's%'",
                "sender.sent",
                "sender.read",
                "sender.letters",
                "recipient",
                "readers");
        List<String> selects = traps.tap.statements();
        traps.tap.reset();
        traps.write(em -> {
            em.remove(em.find(Letter.class, 71L));
            em.createQuery("delete from Person p where p.id = 71").executeUpdate();
        });

        assertThat(inserts)
                .anySatisfy(sql -> assertThat(sql).startsWith("INSERT INTO \"ORDER\" "))
                .anySatisfy(sql ->
                        assertThat(sql).startsWith("INSERT INTO LETTER ").contains("\"USER\"", "\"FROM\"", "\"TO\""))
                .anySatisfy(sql ->
                        assertThat(sql).startsWith("INSERT INTO \"GROUP\" ").contains("\"WITH\"", "\"TO\""));
        assertThat(selects).first().satisfies(sql -> assertThat(sql)
                .contains("\"USER\"", "\"FROM\"", "\"TO\"", "\"ORDER\""));
        assertThat(traps.tap.statements()).anySatisfy(sql -> assertThat(sql)
                .startsWith("DELETE FROM \"GROUP\" WHERE ")
                .contains("\"WITH\""));
        assertThat(letters).hasSize(1).allSatisfy(letter -> {
            assertThat(letter.getSender().getSent()).hasSize(1);
            assertThat(letter.getSender().getRead()).hasSize(1);
            assertThat(letter.getSender().getLetters()).hasSize(1);
            assertThat(letter.getReaders()).hasSize(1);
            assertThat(letter.getRecipient()).isSameAs(letter.getSender());
        });
    }
}
