package org.easymodel.example.data;

/** The words for the products of the department Garden. */
final class GardenOutline {

    /** To be read by {@link Outline}. */
    static final String TEXT = """
            = Garden
            code: GAR
            brand: Greenhollow; Jardin Lumière; Thornbury; Bergfeld; Sakura Gardens; Rosewell; Zelená
            series: Heritage; Orchard; Meadow; Cottage; Terrace; Sunrise; Willow; Kitchen Garden; Balcony; Wild
            name: {brand} {series} {kind}, {variant}; {brand} {kind}, {variant}; {brand} {kind} "{series}"
            mood: robust; easy-going; beautiful; undemanding; hand-finished; proven; lovely
            use: beds and borders; small balconies; kitchen gardens; beginners; impatient gardeners; large and small
              gardens
            lead: Our {mood} {~kind} for {use}.; A {mood} choice for {use}.; {brand} recommends: the {mood} {~kind},
              ideal for {use}.
            closing: Care instructions are included.; Grown and packed in our own nursery.; A small share of the price
              goes to a bee project.; Delivered from March to October.
            == Garden Tools
            pros: It cuts through roots like butter; It feels indestructible; It sits well in the hand, even in a
              small one; No more aching back
            cons: The handle broke in clay soil; It started to rust after one winter; The blade was blunt on arrival;
              It is too heavy for longer work
            === Hand Tools
            price: 7-119
            share: 5
            kind: Trowel; Pruning Shears; Spade; Garden Fork; Hoe; Hedge Shears; Rake
            variant: ash handle; stainless steel; 90 cm; 120 cm; for left-handers; red
            feature: The handle is made of ash wood.; Forged in one piece.; The blade can be replaced.; Never rusts,
              even if you forget it outside.
            === Watering
            pros: There are no leaks at all; It saves me an hour every evening; It survived the winter outside; The
              connectors click in easily
            cons: It leaks at the connector; It kinks all the time; The reel is a nightmare; The plastic became
              brittle in the sun
            price: 9-189
            share: 4
            kind: Watering Can; Garden Hose; Sprinkler; Rain Barrel; Drip Irrigation Set; Spray Nozzle
            variant: 5 litres; 10 litres, zinc; 20 m; 30 m; 50 m, with reel; copper
            feature: Does not kink.; Frost-proof down to -15 °C.; Saves up to half of the water.; All connectors are
              standard half-inch.
            == Plants & Seeds
            pros: Nearly every seed came up; It arrived in perfect condition and well packed; The bees love it; The
              tomatoes taste like in my childhood
            cons: Only three seedlings came up; Weeds came up instead; The packet was half empty; The flowers have
              another colour than in the photograph
            === Seeds
            price: 2-19
            share: 6
            kind: Tomato Seeds; Basil Seeds; Wildflower Mix; Pumpkin Seeds; Lettuce Seeds; Sunflower Seeds; Chili
              Seeds; Carrot Seeds
            variant: organic; 50 seeds; 200 seeds; set of 3 varieties; old variety; seed tape
            feature: Open-pollinated, so that you can harvest your own seeds.; Sow from March, harvest from July.;
              Ready within six weeks.; Germinates reliably, even on a windowsill.
            === Houseplants
            pros: It arrived in perfect condition, moist and well packed; It has doubled its size since May; There is
              a new leaf every week; It even survived my holidays
            cons: Half of it was broken on arrival; It was full of tiny flies; It is much smaller than in the
              photograph; The leaves turned yellow within a week
            price: 8-149
            share: 5
            kind: Monstera; Olive Tree; Fern; Succulent; Orchid; Rubber Plant; Lemon Tree; Aloe
            variant: 20 cm; 40 cm; 80 cm, with pot; 120 cm; in hanging pot; set of 3
            feature: Forgives a forgotten watering.; Happy in half shade.; Cleans the air, at least a little.; Comes
              in peat-free soil.
            """;

    private GardenOutline() {}
}
