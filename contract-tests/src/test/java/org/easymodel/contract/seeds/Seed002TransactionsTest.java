package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.References;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 002, "Advanced Session Management": a session as a context, and a transfer with its log in one transaction. */
@ParameterizedClass
@EnumSource(Database.class)
class Seed002TransactionsTest {

    @Entity(name = "Team")
    static class Team {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        String name;
    }

    @Entity(name = "Hero")
    static class Hero {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Column(nullable = false)
        String name;

        @References(Team.class)
        Long teamId;
    }

    /** No key of another table: the log outlives hero and team. */
    @Entity(name = "TransferLog")
    static class TransferLog {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Column(nullable = false)
        Long heroId;

        Long fromTeamId;

        @Column(nullable = false)
        Long toTeamId;

        @DefaultValue("now")
        @Column(nullable = false)
        LocalDateTime transferDate;
    }

    @Parameter
    private Database kind;

    private BlockingRepository<Team> teams;
    private BlockingRepository<Hero> heroes;
    private BlockingRepository<TransferLog> logs;

    @BeforeEach
    void open() {
        SeedDatabase application = SeedDatabase.empty(kind, Team.class, Hero.class, TransferLog.class);
        teams = application.rows(Team.class);
        heroes = application.rows(Hero.class);
        logs = application.rows(TransferLog.class);
    }

    /** {@code use_session_with_context}: committed at the end of the block, and what it gives is of use after it. */
    @Test
    void contextManagers_commitAtTheEnd() {
        Hero hero = heroes.transaction(tx -> tx.repository(Hero.class).insertMap(Map.of("name", "Deadpond")));

        assertThat(hero.name).isEqualTo("Deadpond");
        assertThat(heroes.find(hero.id)).map(each -> each.name).contains("Deadpond");
    }

    /** {@code get_db_session}: "except Exception: session.rollback(); raise". */
    @Test
    void contextManagers_rollBackAndRaise() {
        IllegalStateException raised = new IllegalStateException("no more");

        assertThatThrownBy(() -> heroes.transaction(tx -> {
                    tx.repository(Hero.class).insertMap(Map.of("name", "Deadpond"));
                    throw raised;
                }))
                .isSameAs(raised);
        assertThat(heroes.exists()).isFalse();
    }

    /** {@code transfer_hero_between_teams}: the failure of the database becomes one of the domain. */
    private Hero transfer(Long heroId, Long newTeamId) {
        try {
            return heroes.transaction(tx -> {
                BlockingRepository<Hero> inside = tx.repository(Hero.class);
                Hero hero = inside.find(heroId)
                        .orElseThrow(() -> new IllegalArgumentException("Hero with ID " + heroId + " not found"));
                tx.repository(TransferLog.class).insertMap(log(hero, newTeamId));
                return inside.update(heroId, Map.of("teamId", newTeamId));
            });
        } catch (ConstraintViolatedException violated) {
            throw new IllegalArgumentException("Transfer would violate database constraints", violated);
        }
    }

    private static Map<String, Object> log(Hero hero, Long newTeamId) {
        return EasyMap.of("heroId", hero.id, "fromTeamId", hero.teamId, "toTeamId", newTeamId);
    }

    @Test
    void transfer_writesHeroAndLog() {
        Team avengers = teams.insertMap(Map.of("name", "Avengers"));
        Team titans = teams.insertMap(Map.of("name", "Titans"));
        Hero robin = heroes.insertMap(Map.of("name", "Robin", "teamId", titans.id));

        assertThat(transfer(robin.id, avengers.id).teamId).isEqualTo(avengers.id);

        assertThat(logs.all()).singleElement().satisfies(log -> {
            assertThat(log.heroId).isEqualTo(robin.id);
            assertThat(log.fromTeamId).isEqualTo(titans.id);
            assertThat(log.toTeamId).isEqualTo(avengers.id);
            assertThat(log.transferDate).isNotNull();
        });
    }

    @Test
    void transfer_fromNoTeam_isLoggedAsSuch() {
        Team avengers = teams.insertMap(Map.of("name", "Avengers"));
        Hero logan = heroes.insertMap(Map.of("name", "Logan"));

        transfer(logan.id, avengers.id);

        assertThat(logs.all()).singleElement().satisfies(log -> assertThat(log.fromTeamId)
                .isNull());
    }

    @Test
    void transfer_ofNobody_isRefused() {
        assertThatThrownBy(() -> transfer(-1L, 1L)).hasMessage("Hero with ID -1 not found");
        assertThat(logs.exists()).isFalse();
    }

    /** The log that was written before the database refused the team is gone with it. */
    @Test
    void transfer_toATeamThatIsNotThere_leavesNothing() {
        Team titans = teams.insertMap(Map.of("name", "Titans"));
        Hero robin = heroes.insertMap(Map.of("name", "Robin", "teamId", titans.id));

        assertThatThrownBy(() -> transfer(robin.id, -1L))
                .hasMessage("Transfer would violate database constraints")
                .cause()
                .isInstanceOfSatisfying(ConstraintViolatedException.class, violated -> assertThat(violated.kind())
                        .isEqualTo(ConstraintViolatedException.Kind.FOREIGN_KEY));

        assertThat(logs.exists()).isFalse();
        assertThat(heroes.find(robin.id)).map(hero -> hero.teamId).contains(titans.id);
    }
}
