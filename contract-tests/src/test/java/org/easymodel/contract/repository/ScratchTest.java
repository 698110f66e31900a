package org.easymodel.contract.repository;

import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import org.easymodel.contract.repository.freight.*;
import org.junit.jupiter.api.*;

@Tag("woven")
class ScratchTest {
    @Test
    void look() {
        Freight f = Freight.on(Database.H2);
        f.empty();
        Depot depot = new Depot("AT", "VIE");
        depot.setAddress(new Address("Wien", "Ring 1", new Place(48.2, 16.4)));
        depot.getNotes().addAll(List.of("b", "a"));
        depot.getMarks().addAll(List.of(Mark.values()));
        depot.getStock().putAll(Map.of("z", 1, "a", 2));
        depot.getExits().add(new Place(2, 1));
        depot.getExits().add(new Place(1, 1));
        Truck truck = new Truck();
        truck.setDepot(depot);
        truck.getDrivers().add(new Driver("Eva"));
        System.out.println("NEW " + f.rows(Depot.class).toMap(depot));
        System.out.println("NEW " + f.rows(Vehicle.class).toMap(truck));
        Depot dd = f.rows(Depot.class).insert(depot);
        Truck tr = new Truck();
        tr.setDepot(dd);
        Vehicle v = f.rows(Vehicle.class).insert(tr);
        Driver eva = new Driver("Eva");
        eva.setVehicleId(v.getId());
        f.rows(Driver.class).insert(eva);
        System.out.println("INS " + f.rows(Vehicle.class).toMap(v));
        Vehicle w = f.rows(Vehicle.class)
                .find(v.getId(), "depot", "drivers.vehicle.depot")
                .orElseThrow();
        f.tap.reset();
        System.out.println("FND " + f.rows(Vehicle.class).toMap(w));
        Depot d = f.rows(Depot.class).select().one();
        System.out.println("DEP " + f.rows(Depot.class).toMap(d));
        Shipment s = new Shipment(UUID.fromString("00000000-0000-0000-0000-000000000001"));
        s.setOrigin(d);
        s.setNumber(5);
        s.setWeight(new BigDecimal("1.500"));
        s.setLabel(new byte[] {1, 2});
        s.setTouched(new Date(0));
        s.setRemarks("r");
        Shipment t = f.rows(Shipment.class).insert(s);
        System.out.println("SHP " + f.rows(Shipment.class).toMap(t));
        Shipment u = f.rows(Shipment.class).select().withoutRelated().one();
        System.out.println("SHP " + f.rows(Shipment.class).toMap(u));
        System.out.println("SQL " + f.tap.statements().size());
        for (Class<?> c : List.of(Depot.class, Shipment.class, Vehicle.class, Truck.class))
            System.out.println("JSC " + f.rows(c).schema().json());
        f.write(em -> {
            Depot m = em.createQuery("select d from Depot d", Depot.class).getSingleResult();
            System.out.println("MAN " + f.rows(Depot.class).toMap(m));
            Shipment mm =
                    em.createQuery("select d from Shipment d", Shipment.class).getSingleResult();
            f.tap.reset();
            System.out.println("MAN " + f.rows(Shipment.class).toMap(mm));
            System.out.println("SQL " + f.tap.statements());
        });
    }
}
