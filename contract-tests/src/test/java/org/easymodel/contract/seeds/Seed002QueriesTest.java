package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.query.Conditions.all;
import static org.easymodel.query.Conditions.attribute;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.model.References;
import org.easymodel.query.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 002, "Advanced Query Patterns" and "Performance Optimization Techniques": heroes, their teams and items. */
@ParameterizedClass
@EnumSource(Database.class)
class Seed002QueriesTest {

    @Entity(name = "Team")
    static class Team {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        String name;

        @Transient
        List<Hero> heroes;
    }

    @Entity(name = "Hero")
    static class Hero {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        String name;

        Integer age;

        @References(Team.class)
        Long teamId;

        @Transient
        Team team;

        @Transient
        List<Item> items;

        static Hero of(Map<String, ?> data) {
            Hero hero = new Hero();
            hero.name = (String) data.get("name");
            hero.age = (Integer) data.get("age");
            return hero;
        }
    }

    @Entity(name = "Item")
    static class Item {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        String name;

        @References(Hero.class)
        Long heroId;
    }

    record TeamCount(String name, long heroCount) {}

    @Parameter
    private Database kind;

    private BlockingRepository<Team> teams;
    private BlockingRepository<Hero> heroes;

    /** Avengers: 40 and 30 years on average 35; Titans: 17; two teams of the same name; one hero without a team. */
    @BeforeEach
    void open() {
        SeedDatabase application = SeedDatabase.empty(kind, Team.class, Hero.class, Item.class);
        teams = application.rows(Team.class);
        heroes = application.rows(Hero.class);
        teams.insertMaps(List.of(
                Map.of(
                        "name",
                        "Avengers",
                        "heroes",
                        List.of(
                                Map.of("name", "Tony", "age", 40, "items", List.of(Map.of("name", "Suit"))),
                                Map.of("name", "Natasha", "age", 30))),
                Map.of("name", "Titans", "heroes", List.of(Map.of("name", "Robin", "age", 17))),
                Map.of("name", "Reserve"),
                Map.of("name", "Reserve", "heroes", List.of(Map.of("name", "Clint", "age", 33)))));
        heroes.insertMap(Map.of("name", "Logan", "age", 34));
    }

    /** {@code get_heroes_with_teams}: an outer join, so that a hero without a team comes too. */
    @Test
    void joinQueries_heroesWithTeams() {
        List<Hero> found = heroes.select(attribute("age").greaterThan(18))
                .include("team")
                .orderBy("name")
                .list();

        assertThat(found)
                .extracting(hero -> hero.name + " of " + (hero.team == null ? "no team" : hero.team.name))
                .containsExactly("Clint of Reserve", "Logan of no team", "Natasha of Avengers", "Tony of Avengers");
    }

    /** {@code get_teams_with_heroes_count}: grouped by id, with 0 for a team without heroes. */
    @Test
    void joinQueries_teamsWithHeroesCount() {
        List<TeamCount> counts = SeedStatements.counting(teams, 1, () -> teams.select()
                .groupBy("id", "name")
                .count("heroes", "heroCount")
                .orderBy("name", "heroCount")
                .as(TeamCount.class)
                .list());

        assertThat(counts)
                .containsExactly(
                        new TeamCount("Avengers", 2),
                        new TeamCount("Reserve", 0),
                        new TeamCount("Reserve", 1),
                        new TeamCount("Titans", 1));
    }

    private List<String> names(String teamName, Integer minAge) {
        List<Condition> conditions = new ArrayList<>();
        if (teamName != null) {
            conditions.add(attribute("team.name").equalTo(teamName));
        }
        if (minAge != null) {
            conditions.add(attribute("age").greaterThanEqual(minAge));
        }
        return heroes.select().where(all(conditions)).orderBy("name").list().stream()
                .map(hero -> hero.name)
                .toList();
    }

    /** {@code complex_query_with_filters}: conditions that are only there if they are asked for. */
    @Test
    void joinQueries_dynamicFilters() {
        assertThat(names(null, null)).containsExactly("Clint", "Logan", "Natasha", "Robin", "Tony");
        assertThat(names("Avengers", null)).containsExactly("Natasha", "Tony");
        assertThat(names(null, 34)).containsExactly("Logan", "Tony");
        assertThat(names("Avengers", 40)).containsExactly("Tony");
    }

    /** {@code get_heroes_on_most_powerful_team}: the team with the highest average age is found in the same transaction. */
    @Test
    void subqueryPatterns_heroesOnMostPowerfulTeam() {
        List<Hero> found = SeedStatements.counting(heroes, 2, () -> heroes.select(attribute("teamId")
                        .in(teams.select(attribute("heroes").notNull())
                                .groupBy("id")
                                .avg("heroes.age", "avgAge")
                                .orderBy("-avgAge")
                                .limit(1)))
                .withoutRelated()
                .list());

        assertThat(found).extracting(hero -> hero.name).containsExactlyInAnyOrder("Tony", "Natasha");
    }

    /** More rows, so that a statement for each of them would show. */
    private void manyMore() {
        teams.insertMaps(IntStream.range(0, 20)
                .mapToObj(i -> Map.of(
                        "name",
                        "T" + i,
                        "heroes",
                        List.of(
                                Map.of("name", "A" + i, "age", i, "items", List.of(Map.of("name", "I" + i))),
                                Map.of("name", "B" + i, "age", i))))
                .toList());
    }

    /** {@code get_heroes_with_teams_eager}: no statement for each row. */
    @Test
    void eagerLoading_heroesWithTeams() {
        manyMore();

        List<Hero> found = SeedStatements.counting(
                heroes, 2, () -> heroes.select().include("team").list());

        assertThat(found).hasSize(45);
        assertThat(found).filteredOn(hero -> hero.team != null).hasSize(44);
    }

    /** {@code get_teams_with_heroes_joined}: no team comes twice, and one without heroes comes too. */
    @Test
    void eagerLoading_teamsWithHeroesJoined() {
        manyMore();

        List<Team> found = SeedStatements.counting(
                teams, 2, () -> teams.select().include("heroes").list());

        assertThat(found).hasSize(24).doesNotHaveDuplicates();
        assertThat(found.stream().mapToInt(team -> team.heroes.size()).sum()).isEqualTo(44);
    }

    /** {@code complex_eager_loading}: one more statement for each level. */
    @Test
    void eagerLoading_severalLevels() {
        manyMore();

        List<Team> found = SeedStatements.counting(
                teams,
                3,
                () -> teams.select().include("heroes.items").orderBy("id").list());

        assertThat(found.get(0).heroes)
                .extracting(hero -> hero.name + " " + hero.items.size())
                .containsExactly("Tony 1", "Natasha 0");
        assertThat(found.stream()
                        .flatMap(team -> team.heroes.stream())
                        .mapToInt(hero -> hero.items.size())
                        .sum())
                .isEqualTo(21);
    }

    /** {@code create_multiple_heroes}: made of maps, inserted at once, with their ids. */
    @Test
    void batchOperations_createMultipleHeroes() {
        List<Hero> made = IntStream.range(0, 30)
                .mapToObj(i -> Hero.of(Map.of("name", "New " + i, "age", i)))
                .toList();

        List<Hero> inserted = heroes.insertAll(made);

        assertThat(inserted)
                .extracting(hero -> hero.name)
                .startsWith("New 0", "New 1")
                .hasSize(30);
        assertThat(inserted).extracting(hero -> hero.id).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(made)
                .extracting(hero -> hero.id)
                .isEqualTo(inserted.stream().map(hero -> hero.id).toList());
        assertThat(heroes.insertMaps(List.of(Map.of("name", "X", "age", 1), Map.of("name", "Y", "age", 2))))
                .extracting(hero -> hero.name)
                .containsExactly("X", "Y");
        assertThat(heroes.count(Map.of("name", "New *"))).isEqualTo(30);
    }

    /** {@code bulk_update_heroes}: each row in its own way; the maps stay as they are, which the document's do not. */
    @Test
    void batchOperations_bulkUpdateHeroes() {
        Map<String, Object> tony = new LinkedHashMap<>(Map.of("id", id("Tony"), "age", 41));
        Map<String, Object> robin = new LinkedHashMap<>(Map.of("id", id("Robin"), "name", "Nightwing", "age", 18));

        assertThat(heroes.updateEach(List.of(tony, robin))).isEqualTo(2);

        assertThat(tony).containsKey("id");
        assertThat(heroes.select().orderBy("name").list())
                .extracting(hero -> hero.name + " " + hero.age)
                .containsExactly("Clint 33", "Logan 34", "Natasha 30", "Nightwing 18", "Tony 41");
    }

    /** {@code bulk_delete_heroes}: by a list of ids, in one statement; the number of rows that were there. */
    @Test
    void batchOperations_bulkDeleteHeroes() {
        List<Long> ids = List.of(id("Robin"), id("Logan"), -1L);

        assertThat(heroes.deleteWhere(Map.of("id", ids))).isEqualTo(2);

        assertThat(heroes.all()).extracting(hero -> hero.name).containsExactlyInAnyOrder("Tony", "Natasha", "Clint");
    }

    private Long id(String name) {
        return heroes.select(Map.of("name", name)).one().id;
    }
}
