package org.easymodel.contract.scan.models.relations.selves;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.easymodel.contract.scan.models.relations.selves.SelvesModel.LinkId;

/** Entities that lead to their own like, by one and by many. */
public final class SelvesModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Topic.class, Link.class);
    }

    @Override
    public List<Object> rows() {
        Topic root = topic("root", null);
        root.root = root;
        Topic leaf = topic("leaf", root);
        leaf.root = root;
        leaf.next = root;
        root.children.add(leaf);
        leaf.seeAlso.add(root);
        leaf.seeAlso.add(leaf);
        leaf.parts.put("a", root);
        Link link = new Link();
        link.origin = "x";
        link.target = "x";
        return List.of(root, leaf, link);
    }

    private static Topic topic(String name, Topic parent) {
        Topic topic = new Topic();
        topic.name = name;
        topic.parent = parent;
        return topic;
    }

    @Override
    public void change(Rows rows) {
        rows.the(Topic.class).words = 5;
        rows.the(Topic.class, 1).seeAlso.clear();
        rows.the(Link.class).weight = 1;
    }

    @Override
    public void loosen(Rows rows) {
        rows.all().stream()
                .filter(Topic.class::isInstance)
                .map(Topic.class::cast)
                .forEach(topic -> {
                    topic.parent = null;
                    topic.next = null;
                    topic.root = null;
                    topic.parts.clear();
                    topic.children.clear();
                });
    }

    public static final class LinkId implements Serializable {
        private static final long serialVersionUID = 1;

        String origin;
        String target;

        @Override
        public boolean equals(Object other) {
            return other instanceof LinkId id && id.origin.equals(origin) && id.target.equals(target);
        }

        @Override
        public int hashCode() {
            return Objects.hash(origin, target);
        }
    }
}

@Entity
class Topic {
    @Id
    String name;

    int words;

    @ManyToOne
    Topic parent;

    @OneToMany(mappedBy = "parent")
    List<Topic> children = new ArrayList<>();

    @OneToOne
    Topic next;

    @ManyToOne
    Topic root;

    @ManyToMany
    Set<Topic> seeAlso = new HashSet<>();

    @OneToMany
    @JoinTable(name = "TOPIC_PART")
    @MapKeyColumn(name = "LABEL")
    Map<String, Topic> parts = new HashMap<>();
}

@Entity
@IdClass(LinkId.class)
class Link {
    @Id
    String origin;

    @Id
    String target;

    int weight;
}
