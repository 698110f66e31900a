package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.model.EasyModel;
import org.easymodel.model.References;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** New rows that lead to each other in a circle, where a key of the circle may be empty. */
@ParameterizedClass
@EnumSource(Database.class)
class CircularInsertTest {

    @Entity(name = "Spouse")
    public static class Spouse {

        @Id
        Long id;

        @References(value = Spouse.class, attribute = "partner")
        Long partnerId;

        @Transient
        Spouse partner;

        protected Spouse() {}

        Spouse(long id) {
            this.id = id;
        }
    }

    @Entity(name = "Team")
    public static class Team {

        @Id
        Long id;

        @References(value = Player.class, inverse = "led")
        Long captainId;

        @Transient
        Player captain;

        @Transient
        List<Player> players;
    }

    @Entity(name = "Player")
    public static class Player {

        @Id
        Long id;

        @References(Team.class)
        @Column(nullable = false)
        Long teamId;

        @Transient
        Team team;
    }

    @Entity(name = "Lock")
    public static class Lock {

        @Id
        Long id;

        @ManyToOne
        @JoinColumn(nullable = false)
        Key key;
    }

    @Entity(name = "Key")
    public static class Key {

        @Id
        Long id;

        @ManyToOne
        Lock lock;
    }

    @Entity(name = "Hen")
    public static class Hen extends EasyModel {

        @References(Egg.class)
        @Column(nullable = false)
        Long eggId;

        @Transient
        Egg egg;
    }

    @Entity(name = "Egg")
    public static class Egg extends EasyModel {

        @References(Hen.class)
        @Column(nullable = false)
        Long henId;

        @Transient
        Hen hen;
    }

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    private SmallUnit unit;

    @BeforeEach
    void open() {
        unit = SmallUnit.of(
                directory,
                database,
                Spouse.class,
                Team.class,
                Player.class,
                Lock.class,
                Key.class,
                Hen.class,
                Egg.class);
    }

    @AfterEach
    void close() {
        unit.close();
    }

    private <E> BlockingRepository<E> rows(Class<E> type) {
        return unit.easy.blocking(type);
    }

    @Test
    void rowsOfOneEntity_areInsertedAndThenLead() {
        Spouse ann = new Spouse(1);
        ann.partner = new Spouse(2);
        ann.partner.partner = ann;
        Spouse inserted = rows(Spouse.class).insert(ann);
        assertThat(inserted.partnerId).isEqualTo(2);
        assertThat(inserted.partner.id).isEqualTo(2);
        List<Spouse> both =
                rows(Spouse.class).select().include("partner").orderBy("id").list();
        assertThat(both).extracting(each -> each.partnerId).containsExactly(2L, 1L);
        assertThat(both).extracting(each -> each.partner.id).containsExactly(2L, 1L);
    }

    @Test
    void givenKeys_areKept() {
        Spouse ann = new Spouse(1);
        ann.partner = new Spouse(2);
        ann.partnerId = 2L;
        ann.partner.partner = ann;
        ann.partner.partnerId = 1L;
        rows(Spouse.class).insert(ann);
        assertThat(rows(Spouse.class).select().orderBy("id").list())
                .extracting(each -> each.partnerId)
                .containsExactly(2L, 1L);
    }

    @Test
    void aRowThatLeadsToItself() {
        Spouse narcissus = new Spouse(1);
        narcissus.partner = narcissus;
        rows(Spouse.class).insert(narcissus);
        assertThat(rows(Spouse.class).select(Map.of("partner.id", 1)).one().partnerId)
                .isEqualTo(1L);
    }

    @Test
    void aLongCircle() {
        List<Spouse> all = new ArrayList<>();
        for (long i = 1; i <= 3000; i++) {
            all.add(new Spouse(i));
        }
        for (int i = 0; i < all.size(); i++) {
            all.get(i).partner = all.get((i + 1) % all.size());
        }
        rows(Spouse.class).insert(all.get(0));
        assertThat(rows(Spouse.class).select(Map.of("partner.partner.id", 1)).one().id)
                .isEqualTo(2999L);
        assertThat(rows(Spouse.class)
                        .select(org.easymodel.query.Conditions.attribute("partner")
                                .isNull())
                        .count())
                .isZero();
    }

    @Test
    void theKeyThatMayBeEmpty_isTheOneThatWaits() {
        Team team = new Team();
        team.id = 1L;
        Player player = new Player();
        player.id = 7L;
        player.team = team;
        team.captain = player;
        rows(Team.class).insert(team);
        assertThat(rows(Team.class).find(1L).orElseThrow().captainId).isEqualTo(7);
        assertThat(rows(Player.class).find(7L).orElseThrow().teamId).isEqualTo(1);

        Player other = new Player();
        other.id = 8L;
        other.team = new Team();
        other.team.id = 2L;
        other.team.captain = other;
        rows(Player.class).insert(other);
        assertThat(rows(Team.class).select(Map.of("captain.id", 8)).one().id).isEqualTo(2);
    }

    @Test
    void rowsThatAreHeld_leadBack() {
        Team team = new Team();
        team.id = 3L;
        Player player = new Player();
        player.id = 9L;
        team.players = new ArrayList<>(List.of(player));
        team.captain = player;
        rows(Team.class).insert(team);
        Team read = rows(Team.class)
                .select(Map.of("captain.id", 9))
                .include("players", "captain")
                .one();
        assertThat(read.players).extracting(each -> each.id).containsExactly(9L);
        assertThat(read.captain).isSameAs(read.players.get(0));
    }

    @Test
    void declaredRelationships_doTheSame() {
        Lock lock = new Lock();
        lock.id = 1L;
        lock.key = new Key();
        lock.key.id = 2L;
        lock.key.lock = lock;
        rows(Lock.class).insert(lock);
        assertThat(rows(Key.class).select(Map.of("lock.key.id", 2)).count()).isOne();
    }

    @Test
    void aCircleOfRequiredKeys_isRefused() {
        Hen hen = new Hen();
        hen.egg = new Egg();
        hen.egg.hen = hen;
        unit.tap.reset();
        assertThatThrownBy(() -> rows(Hen.class).insert(hen))
                .hasMessage(
                        "EM-1328 Hen.insert: new rows lead to each other in a circle, so that none of them can be the first."
                                + " Let one of the keys be empty, or insert one of the rows without the relationship and update it afterwards.");
        assertThat(unit.tap.statements()).isEmpty();
    }
}
