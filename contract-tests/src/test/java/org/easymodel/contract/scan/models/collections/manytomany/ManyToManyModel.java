package org.easymodel.contract.scan.models.collections.manytomany;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Many-to-many from both sides, with itself, with an order, and between the same two entities twice. */
public final class ManyToManyModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Student.class, Club.class);
    }

    @Override
    public List<Object> rows() {
        Student ann = new Student();
        ann.id = 1L;
        Student ben = new Student();
        ben.id = 2L;
        Club club = new Club();
        club.id = 1L;
        ann.clubs.add(club);
        club.members.add(ann);
        ben.chairs.add(club);
        ann.friends.add(ben);
        ben.friendOf.add(ann);
        club.queue.addAll(List.of(ben, ann));
        return List.of(ann, ben, club);
    }

    @Override
    public void change(Rows rows) {
        Student ann = rows.the(Student.class);
        ann.name = "Ann";
        ann.friends.clear();
        rows.the(Student.class, 1).friendOf.clear();
        Club club = rows.the(Club.class);
        club.queue.remove(0);
    }

    @Override
    public void loosen(Rows rows) {
        rows.the(Student.class).clubs.clear();
        rows.the(Student.class, 1).chairs.clear();
        rows.the(Club.class).queue.clear();
    }
}

@Entity
class Student {
    @Id
    Long id;

    String name;

    @ManyToMany
    Set<Club> clubs = new HashSet<>();

    @ManyToMany
    @JoinTable(name = "CHAIR")
    Set<Club> chairs = new HashSet<>();

    @ManyToMany
    @JoinTable(
            name = "FRIENDS",
            joinColumns = @JoinColumn(name = "STUDENT_ID"),
            inverseJoinColumns = @JoinColumn(name = "FRIEND_ID"))
    Set<Student> friends = new HashSet<>();

    @ManyToMany(mappedBy = "friends")
    Set<Student> friendOf = new HashSet<>();
}

@Entity
class Club {
    @Id
    Long id;

    @ManyToMany(mappedBy = "clubs")
    Set<Student> members = new HashSet<>();

    /** With itself under default names, and a student may wait twice. */
    @ManyToMany
    @OrderColumn(name = "PLACE")
    List<Student> queue = new ArrayList<>();
}
