package org.easymodel.contract.scan.models;

import java.util.List;
import java.util.stream.Stream;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.scan.models.collections.elements.ElementsModel;
import org.easymodel.contract.scan.models.collections.manytomany.ManyToManyModel;
import org.easymodel.contract.scan.models.collections.maps.MapsModel;
import org.easymodel.contract.scan.models.collections.onetomany.OneToManyModel;
import org.easymodel.contract.scan.models.columns.accessed.AccessedModel;
import org.easymodel.contract.scan.models.columns.converters.ConvertersModel;
import org.easymodel.contract.scan.models.columns.definitions.DefinitionsModel;
import org.easymodel.contract.scan.models.columns.enums.EnumsModel;
import org.easymodel.contract.scan.models.columns.lobs.LobsModel;
import org.easymodel.contract.scan.models.columns.offsets.OffsetsModel;
import org.easymodel.contract.scan.models.columns.primitives.PrimitivesModel;
import org.easymodel.contract.scan.models.columns.readonly.ReadonlyModel;
import org.easymodel.contract.scan.models.columns.times.TimesModel;
import org.easymodel.contract.scan.models.columns.uuids.UuidsModel;
import org.easymodel.contract.scan.models.columns.validated.ValidatedModel;
import org.easymodel.contract.scan.models.eclipselink.specials.SpecialsModel;
import org.easymodel.contract.scan.models.eclipselink.tenants.TenantsModel;
import org.easymodel.contract.scan.models.eclipselink.variable.VariableModel;
import org.easymodel.contract.scan.models.embedded.collections.EmbeddedCollectionsModel;
import org.easymodel.contract.scan.models.embedded.nested.NestedModel;
import org.easymodel.contract.scan.models.embedded.related.RelatedModel;
import org.easymodel.contract.scan.models.generators.automatic.AutomaticModel;
import org.easymodel.contract.scan.models.generators.sequences.SequencesModel;
import org.easymodel.contract.scan.models.generators.tables.TablesModel;
import org.easymodel.contract.scan.models.inheritance.deep.DeepModel;
import org.easymodel.contract.scan.models.inheritance.joined.JoinedModel;
import org.easymodel.contract.scan.models.inheritance.perclass.PerclassModel;
import org.easymodel.contract.scan.models.inheritance.single.SingleModel;
import org.easymodel.contract.scan.models.inheritance.superclasses.SuperclassesModel;
import org.easymodel.contract.scan.models.keys.alternate.AlternateModel;
import org.easymodel.contract.scan.models.keys.dependents.DependentsModel;
import org.easymodel.contract.scan.models.keys.derived.DerivedModel;
import org.easymodel.contract.scan.models.keys.embedded.EmbeddedKeyModel;
import org.easymodel.contract.scan.models.keys.idclass.IdClassModel;
import org.easymodel.contract.scan.models.names.catalogs.CatalogsModel;
import org.easymodel.contract.scan.models.names.constraints.ConstraintsModel;
import org.easymodel.contract.scan.models.names.lengthy.LengthyModel;
import org.easymodel.contract.scan.models.names.quoted.QuotedModel;
import org.easymodel.contract.scan.models.names.reserved.ReservedModel;
import org.easymodel.contract.scan.models.names.schemas.SchemasModel;
import org.easymodel.contract.scan.models.names.twins.TwinsModel;
import org.easymodel.contract.scan.models.own.annotations.AnnotationsModel;
import org.easymodel.contract.scan.models.own.inferred.InferredModel;
import org.easymodel.contract.scan.models.own.polymorphic.PolymorphicModel;
import org.easymodel.contract.scan.models.relations.cascaded.CascadedModel;
import org.easymodel.contract.scan.models.relations.cycles.CyclesModel;
import org.easymodel.contract.scan.models.relations.jointables.JoinTablesModel;
import org.easymodel.contract.scan.models.relations.onetoone.OneToOneModel;
import org.easymodel.contract.scan.models.relations.required.RequiredModel;
import org.easymodel.contract.scan.models.relations.selves.SelvesModel;
import org.easymodel.contract.scan.models.tables.indexes.IndexesModel;
import org.easymodel.contract.scan.models.tables.secondary.SecondaryModel;
import org.easymodel.contract.scan.models.tables.shared.SharedModel;
import org.easymodel.contract.scan.models.xml.complete.CompleteModel;
import org.easymodel.contract.scan.models.xml.overriding.OverridingModel;
import org.junit.jupiter.api.Named;

/** All models, in the order of their names. */
final class ScanModels {

    private static final List<ScanModel> ALL = List.of(
            new ElementsModel(),
            new ManyToManyModel(),
            new MapsModel(),
            new OneToManyModel(),
            new AccessedModel(),
            new ConvertersModel(),
            new DefinitionsModel(),
            new EnumsModel(),
            new LobsModel(),
            new OffsetsModel(),
            new PrimitivesModel(),
            new ReadonlyModel(),
            new TimesModel(),
            new UuidsModel(),
            new ValidatedModel(),
            new SpecialsModel(),
            new TenantsModel(),
            new VariableModel(),
            new EmbeddedCollectionsModel(),
            new NestedModel(),
            new RelatedModel(),
            new AutomaticModel(),
            new SequencesModel(),
            new TablesModel(),
            new DeepModel(),
            new JoinedModel(),
            new PerclassModel(),
            new SingleModel(),
            new SuperclassesModel(),
            new AlternateModel(),
            new DependentsModel(),
            new DerivedModel(),
            new EmbeddedKeyModel(),
            new IdClassModel(),
            new CatalogsModel(),
            new ConstraintsModel(),
            new LengthyModel(),
            new QuotedModel(),
            new ReservedModel(),
            new SchemasModel(),
            new TwinsModel(),
            new AnnotationsModel(),
            new InferredModel(),
            new PolymorphicModel(),
            new CascadedModel(),
            new CyclesModel(),
            new JoinTablesModel(),
            new OneToOneModel(),
            new RequiredModel(),
            new SelvesModel(),
            new IndexesModel(),
            new SecondaryModel(),
            new SharedModel(),
            new CompleteModel(),
            new OverridingModel());

    private ScanModels() {}

    static List<ScanModel> all() {
        return ALL;
    }

    /** All models that this database can hold. */
    static Stream<Named<ScanModel>> on(Database database) {
        return ALL.stream()
                .filter(model -> model.databases().contains(database))
                .map(model -> Named.of(model.name(), model));
    }

    /**
     * Every other model, so that each is told on Derby or on PostgreSQL, and on the one that can hold it; with {@code
     * -Dmodels.everywhere=true} all of them.
     */
    static Stream<Named<ScanModel>> alternating(Database database) {
        if (Boolean.getBoolean("models.everywhere")) {
            return on(database);
        }
        return on(database).filter(model -> {
            ScanModel each = model.getPayload();
            Database other = database == Database.DERBY ? Database.POSTGRESQL : Database.DERBY;
            boolean isTurn = ALL.indexOf(each) % 2 == (database == Database.DERBY ? 0 : 1);
            return isTurn || !each.databases().contains(other);
        });
    }
}
