package press;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

@Entity
public class Writer {

    @Id
    @TableGenerator(name = "WRITERS", table = "NUMBERS", options = "UNLOGGED")
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "WRITERS")
    Long id;

    String name;
}
