package org.easymodel.contract.scan.models.columns.readonly;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Columns that two attributes share, one of which only reads, and columns that are written only once. */
public final class ReadonlyModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Team.class, Player.class);
    }

    @Override
    public List<Object> rows() {
        Team team = new Team();
        team.id = 5L;
        team.founded = 1900;
        Player player = new Player();
        player.id = 1L;
        player.team = team;
        player.teamId = 5L;
        player.originId = 5L;
        player.origin = team;
        player.shirt = 10;
        player.joined = "first";
        return List.of(team, player);
    }

    @Override
    public void change(Rows rows) {
        Player player = rows.the(Player.class);
        player.team = null;
        player.teamId = null;
        player.shirt = 11;
        rows.the(Team.class).motto = "on";
    }
}

@Entity
class Team {
    @Id
    Long id;

    @Column(updatable = false)
    int founded;

    String motto;
}

@Entity
class Player {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "TEAM_ID")
    Team team;

    @Column(name = "TEAM_ID", insertable = false, updatable = false)
    Long teamId;

    /** The other way round: the number is written and the relationship reads. */
    @Column(name = "ORIGIN_ID")
    Long originId;

    @ManyToOne
    @JoinColumn(name = "ORIGIN_ID", insertable = false, updatable = false)
    Team origin;

    int shirt;

    @Column(nullable = false, updatable = false, length = 20)
    String joined;
}
