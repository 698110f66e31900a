package press;

import java.time.LocalDateTime;

public class Leaflet {

    Long id;

    LocalDateTime foundAt;
}
