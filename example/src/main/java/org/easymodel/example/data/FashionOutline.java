package org.easymodel.example.data;

/** The words for the products of the department Fashion. */
final class FashionOutline {

    /** To be read by {@link Outline}. */
    static final String TEXT = """
            = Fashion
            code: FAS
            brand: Marlow & Finch; Atelier Nuance; Högberg; Casa Brava; Willow Lane; Tanaka Works; Rue Lepic;
              Ostermann; Isla Verde
            series: Iris; Camden; Montmartre; Lagos; Oslo; Siena; Clover; Harbour; Mistral; Juno; Brighton; Bruges
            name: {brand} {kind} "{series}", {variant}; {brand} {series} {kind}, {variant}; {brand} {series} {kind},
              {variant}
            mood: relaxed; classic; light; flattering; hard-wearing; softly cut; modern
            use: warm days and cool evenings; office and weekend; long walks through the city; every season;
              travelling light
            lead: A {mood} piece for {use}.; {brand} at its best: the {mood} {~kind} for {use}.; The {series} cut is
              {mood} and goes with almost everything, for {use}.
            closing: Our model is 178 cm tall and wears size M.; Sewn in a family business near Porto.; Please wash
              inside out at 30 °C.; Fits true to size.; If in doubt, choose one size smaller.
            == Women's Clothing
            pros: The fabric falls beautifully; It has pockets, real pockets; It fits as if it had been made for me; I
              get compliments whenever I wear it; It does not need ironing
            cons: It runs at least one size small; A seam opened after the second wash; The fabric is almost
              see-through; The zip gets stuck halfway; The colour is nowhere near the picture
            === Dresses
            price: 29-289
            share: 7
            kind: Summer Dress; Wrap Dress; Shirt Dress; Evening Dress; Linen Dress; Knitted Dress
            variant: navy; poppy red; floral print; black; olive; polka dots
            feature: With two deep side pockets.; Woven from linen and cotton.; The belt is removable.; Fully lined.;
              The hem ends just below the knee.
            === Knitwear
            price: 35-249
            share: 6
            kind: Cardigan; Turtleneck; Merino Sweater; Poncho; Knitted Vest; Cashmere Scarf
            variant: cream; charcoal; bottle green; rust; heather grey; striped
            feature: Merino wool from farms without mulesing.; It does not scratch.; Ribbed cuffs keep their shape.;
              Knitted in one piece, without side seams.
            == Men's Clothing
            pros: It still looks new after twenty washes; The cut is modern but not too tight; It is comfortable on a
              long flight; My husband wanted a second one at once; The buttons are sewn on properly
            cons: The sleeves are too short for tall people; It creases when you look at it; A button fell off on the
              first day; The colour bled in the wash; The waist is cut very tight
            === Shirts
            price: 25-159
            share: 7
            kind: Oxford Shirt; Linen Shirt; Flannel Shirt; Polo Shirt; T-Shirt; Dress Shirt
            variant: white; sky blue; checked; bordeaux; slim fit, white; pinstripe
            feature: Buttons are made of mother-of-pearl.; Softly brushed cotton.; The collar stays in shape without
              starch.; Extra long, so that it stays tucked in.
            === Trousers
            price: 35-199
            share: 6
            kind: Chinos; Jeans; Corduroy Trousers; Linen Trousers; Cargo Trousers; Shorts
            variant: khaki; indigo; dark grey; sand; black, slim; brown
            feature: A little elastane makes them comfortable.; Reinforced where trousers wear out first.; A hidden
              pocket holds a passport.; Dyed with little water.
            == Shoes & Bags
            pros: No blisters, not even on the first day; It keeps the rain out; The leather is wonderful; The
              stitching is clean everywhere
            cons: The sole came off after three months; It smells strongly of glue; The laces do not stay tied; The
              heel is hard as a stone
            === Sneakers
            price: 39-189
            share: 7
            kind: Running Sneakers; Canvas Sneakers; High-Top Sneakers; Retro Sneakers; Slip-Ons
            variant: white; black and gum; navy; grey and coral; recycled canvas
            feature: The insole can be taken out.; The outer sole is made of natural rubber.; Weighs less than 250 g
              per shoe.; Vegan, down to the glue.
            === Boots
            price: 69-349
            share: 4
            kind: Chelsea Boots; Hiking Boots; Rubber Boots; Winter Boots; Ankle Boots
            variant: dark brown; black; cognac; waxed suede; green
            feature: Welted, so that any cobbler can renew the sole.; Lined with lambswool.; Waterproof up to the
              ankle.; The tread grips on ice.
            === Backpacks
            pros: It carries far more than you would think; It keeps the rain out; The straps are wonderfully soft;
              The stitching is clean everywhere; There is a pocket for everything
            cons: The strap cuts into the shoulder; The zip broke on the second trip; It smells strongly of plastic;
              The bottle pocket is too small
            price: 39-249
            share: 5
            kind: Backpack; Rolltop Backpack; Laptop Backpack; Messenger Bag; Weekender; Belt Bag
            variant: 12 litres; 20 litres, black; 25 litres, moss; 35 litres; waxed canvas
            feature: A padded sleeve protects a 16-inch laptop.; The fabric is made of old fishing nets.; Buckles
              click shut with one hand.; The back panel lets the air through.
            """;

    private FashionOutline() {}
}
