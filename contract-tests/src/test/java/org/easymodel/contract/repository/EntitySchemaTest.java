package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.contract.units.Golden.assertGolden;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;
import org.easymodel.EntitySchema;
import org.easymodel.contract.repository.freight.Depot;
import org.easymodel.contract.repository.freight.Driver;
import org.easymodel.contract.repository.freight.Shipment;
import org.easymodel.contract.repository.freight.Truck;
import org.easymodel.contract.repository.freight.Vehicle;
import org.easymodel.contract.repository.freight.Wagon;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.OrderLine;
import org.easymodel.failure.InvalidRequestException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities as JSON Schema. */
@Tag("woven")
class EntitySchemaTest {

    private Freight freight;

    @BeforeEach
    void open() {
        freight = Freight.on(Database.H2);
    }

    private JsonObject schema(Class<?> entity, String... without) {
        return freight.silently(
                () -> freight.rows(entity).schema().without(without).json());
    }

    private static String pretty(JsonObject object) {
        StringWriter text = new StringWriter();
        try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(object);
        }
        return text.toString().strip() + "\n";
    }

    private static String at(JsonObject schema, String pointer) {
        return schema.getValue(pointer).toString();
    }

    @ParameterizedTest
    @ValueSource(classes = {Depot.class, Shipment.class})
    void schema_isKeptByteForByte(Class<?> entity) {
        assertGolden("schema-" + entity.getSimpleName().toLowerCase() + ".json", pretty(schema(entity)));
    }

    @Test
    void schema_ofTheSameEntities_isTheSameText() {
        assertThat(schema(Depot.class).toString()).isEqualTo(schema(Depot.class).toString());
        assertThat(freight.rows(Depot.class).async().schema().json()).isEqualTo(schema(Depot.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id       | {'type':'string','format':'uuid'}",
                "number   | {'type':['integer','null']}",
                "insured  | {'type':'boolean'}",
                "paid     | {'type':['boolean','null']}",
                "lane     | {'type':'string','minLength':1,'maxLength':1}",
                "steps    | {'type':'integer'}",
                "share    | {'type':'integer','maximum':100}",
                "rate     | {'type':'number'}",
                "weight   | {'type':['number','null'],'exclusiveMinimum':0,'exclusiveMaximum':1000000000}",
                "label    | {'type':['string','null'],'contentEncoding':'base64'}",
                "mark     | {'type':['string','null'],'enum':['FRAGILE','COLD','URGENT',null],'default':'COLD'}",
                "due      | {'type':['string','null'],'format':'date'}",
                "loaded   | {'type':['string','null']}",
                "booked   | {'type':['string','null'],'format':'date-time','default':'2026-01-31T10:15:30Z'}",
                "touched  | {'type':['string','null'],'format':'date-time'}",
                "remarks  | {'type':['string','null'],'maxLength':2000}",
                "origin   | {'anyOf':[{'$ref':'#/$defs/Depot'},{'type':'null'}]}",
                "crew     | {'type':'array','items':{'$ref':'#/$defs/Driver'}}",
            })
    void types_haveTheirForms(String attribute, String expected) {
        assertThat(at(schema(Shipment.class), "/properties/" + attribute)).isEqualTo(expected.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/description                | 'Where goods are kept.'",
                "/properties/id              | {'type':'integer','readOnly':true}",
                "/properties/country         | {'type':'string','maxLength':2,'pattern':'^(?:[A-Z]{2})$'}",
                "/properties/code            | {'type':'string','minLength':2,'maxLength':8}",
                "/properties/name            | {'type':'string','minLength':1,'maxLength':40,'pattern':'\\\\S','default':'unnamed','description':'As drivers say it.'}",
                "/properties/gates           | {'type':'integer','exclusiveMinimum':0,'default':4}",
                "/properties/notes           | {'type':'array','items':{'type':'string'}}",
                "/properties/marks           | {'type':'array','items':{'type':'string','enum':['FRAGILE','COLD','URGENT']}}",
                "/properties/stock           | {'type':'object','additionalProperties':{'type':'integer'}}",
                "/properties/address/type    | ['object','null']",
                "/properties/address/required | ['city']",
                "/properties/address/properties/city | {'type':'string','minLength':1,'maxLength':60,'pattern':'\\\\S'}",
                "/properties/address/properties/place/type | ['object','null']",
                "/required                   | ['code','country']",
                "/$defs/Depot/properties/id  | {'type':'integer'}",
                "/$defs/Depot/anyOf          | [{'required':['code','country']},{'required':['id']}]",
                "/$defs/Driver/anyOf         | [{'required':['licence','name']},{'required':['id']},{'required':['email']}]",
                "/$defs/Driver/properties/email | {'type':['string','null'],'maxLength':255,'format':'email'}",
                "/$defs/Driver/properties/since | {'type':['string','null'],'format':'date'}",
                "/$defs/Driver/properties/licence/type | 'object'",
            })
    void constraints_comeAlong(String pointer, String expected) {
        assertThat(at(schema(Depot.class), pointer)).isEqualTo(expected.replace('\'', '"'));
    }

    @Test
    void hidden_isLeftOut() {
        assertThat(schema(Depot.class).toString()).doesNotContain("alarmCode").doesNotContain("doorCode");
    }

    @Test
    void circle_isADefinition() {
        JsonObject schema = schema(Wagon.class);

        assertThat(at(schema, "/properties/next"))
                .isEqualTo("{\"anyOf\":[{\"$ref\":\"#/$defs/Wagon\"},{\"type\":\"null\"}]}");
        assertThat(at(schema, "/$defs/Wagon/properties/next"))
                .isEqualTo("{\"anyOf\":[{\"$ref\":\"#/$defs/Wagon\"},{\"type\":\"null\"}]}");
        assertThat(schema(Depot.class).getJsonObject("$defs")).containsOnlyKeys("Depot", "Driver", "Vehicle");
    }

    @Test
    void subclass_hasItsOwnPropertiesAndThoseAbove() {
        assertThat(schema(Truck.class).getJsonObject("properties"))
                .containsOnlyKeys("id", "depotId", "plate", "tons", "version", "depot", "drivers");
        assertThat(schema(Vehicle.class).getJsonObject("properties")).doesNotContainKey("tons");
        assertThat(at(schema(Truck.class), "/properties/tons"))
                .isEqualTo("{\"type\":[\"number\",\"null\"],\"default\":7.50}");
    }

    @Test
    void foreignKey_orItsRelationship_isRequired() {
        EntitySchema book = Library.on(Database.H2).easy.blocking(Book.class).schema();

        assertThat(at(book.json(), "/required")).isEqualTo("[\"isbn\",\"title\"]");
        assertThat(at(book.json(), "/allOf"))
                .isEqualTo("[{\"anyOf\":[{\"required\":[\"authorId\"]},{\"required\":[\"author\"]}]}]");
        assertThat(at(book.json(), "/properties/author")).isEqualTo("{\"$ref\":\"#/$defs/Author\"}");
        assertThat(at(book.json(), "/$defs/Book/anyOf"))
                .isEqualTo("[{\"required\":[\"id\"]},{\"required\":[\"isbn\"]}]");
        JsonObject byKey = book.without("author").json();
        assertThat(at(byKey, "/required")).isEqualTo("[\"authorId\",\"isbn\",\"title\"]");
        assertThat(byKey).doesNotContainKey("allOf");
        assertThat(at(book.without("authorId").json(), "/required")).isEqualTo("[\"author\",\"isbn\",\"title\"]");
        assertThat(book.without("authorId", "author").json().get("required").toString())
                .isEqualTo("[\"isbn\",\"title\"]");
    }

    @Test
    void declaredRelationship_withoutKeyAttribute_isRequired() {
        JsonObject line =
                Library.on(Database.H2).easy.blocking(OrderLine.class).schema().json();

        assertThat(at(line, "/required")).isEqualTo("[\"quantity\",\"order\"]");
        assertThat(at(line, "/properties/order")).isEqualTo("{\"$ref\":\"#/$defs/Order\"}");
        assertThat(at(line, "/$defs/OrderLine/anyOf"))
                .isEqualTo("[{\"required\":[\"quantity\"]},{\"required\":[\"id\"]}]");
    }

    @Test
    void without_leavesOutPaths_andNothingElse() {
        JsonObject schema = schema(Depot.class, "code", "address.place", "manager.vehicle", "vehicles");

        assertThat(schema.getJsonObject("properties")).doesNotContainKeys("code", "vehicles");
        assertThat(at(schema, "/required")).isEqualTo("[\"country\"]");
        assertThat(((JsonObject) schema.getValue("/properties/address/properties")))
                .containsOnlyKeys("city", "street");
        JsonObject manager = (JsonObject) schema.getValue("/properties/manager/anyOf/0");
        assertThat(manager.getJsonObject("properties"))
                .doesNotContainKey("vehicle")
                .containsKey("vehicleId");
        assertThat(at(manager, "/anyOf"))
                .isEqualTo(
                        "[{\"required\":[\"licence\",\"name\"]},{\"required\":[\"id\"]},{\"required\":[\"email\"]}]");
        JsonValue plain = schema.getValue("/$defs/Driver/properties/vehicle");
        assertThat(plain.toString()).contains("#/$defs/Vehicle");
    }

    @Test
    void without_everythingRequired_asksForNothing() {
        assertThat(schema(Depot.class, "code", "country", "manager", "vehicles"))
                .doesNotContainKeys("required", "$defs", "allOf");
        JsonObject below = schema(Vehicle.class, "depot.code", "depot.id", "depot.country", "drivers");
        assertThat((JsonObject) below.getValue("/properties/depot/anyOf/0")).doesNotContainKeys("required", "anyOf");
    }

    @Test
    void without_isANewSchema() {
        EntitySchema schema = freight.rows(Driver.class).schema();

        EntitySchema less = schema.without("name").without("since");

        assertThat(schema.json().getJsonObject("properties")).containsKeys("name", "since");
        assertThat(less.json().getJsonObject("properties")).doesNotContainKeys("name", "since");
        assertThat(less).hasToString("schema of Driver without name, since");
        assertThat(schema).hasToString("schema of Driver");
        assertThat(schema.without()).isEqualTo(schema);
    }

    @Test
    void wrongPaths_areRefusedAllAtOnce() {
        assertThatThrownBy(() -> freight.rows(Driver.class).schema().without("nam", "licence.number.x", "vehicle.plat"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("""
                        EM-1204 Driver.schema: there is no attribute 'nam'. Driver has depots, email, id, licence, name, since, vehicle, vehicleId. Did you mean 'name'?
                        EM-1204 Driver.schema: there is no attribute 'licence.number.x'. 'licence.number' has no attributes of its own.
                        EM-1204 Driver.schema: there is no attribute 'vehicle.plat'. Vehicle has depot, depotId, drivers, id, plate, version. Did you mean 'vehicle.plate'?""");
    }
}
