package org.easymodel.example.data;

/** The words for the products of the department Home and Kitchen. */
final class HomeOutline {

    /** To be read by {@link Outline}. */
    static final String TEXT = """
            = Home & Kitchen
            code: HOM
            brand: Hearthstone; Maison Aubrée; Lindqvist; Tallis & Daughters; Okura; Castellane; Ember & Oak;
              Södergren; Pampa Home
            series: Alba; Provence; Fjord; Verona; Kyoto; Harvest; Luna; Terra; Madeira; Bistro; Solvang; Aurora
            name: {brand} {series} {kind}, {variant}; {brand} {kind} "{series}", {variant}; {series} {kind} by {brand}
            mood: timeless; sturdy; handsome; well-balanced; practical; quietly elegant; durable
            use: everyday use; small and large households; long evenings with friends; people who love to be at home;
              a first flat
            lead: Our {mood} {~kind} for {use}.; {brand} designed the {series} line for {use}.; Simple, {mood} and
              made to last: the {~kind} from the {series} line.
            closing: Made in Portugal.; Designed in Gothenburg, made in Lithuania.; Matching pieces are available
              separately.; Delivered in plain cardboard, without plastic.; Ten-year guarantee.
            == Cookware
            pros: Food browns evenly and nothing sticks; It cleans in seconds; The handle stays cool; It is as sharp
              as on the first day; It feels like something my grandmother would have owned
            cons: It is heavier than it looks; The coating shows scratches already; It is not dishwasher-safe,
              whatever the box says; The handle came loose in the second month; The lid does not sit tight
            === Pots & Pans
            price: 19-289
            share: 7
            kind: Frying Pan; Saucepan; Stockpot; Casserole; Wok; Crêpe Pan; Grill Pan
            variant: 20 cm; 24 cm; 28 cm; 32 cm; 3 litres; 5 litres, with lid
            feature: Works on every hob, including induction.; The three-layer base spreads the heat evenly.; The rim
              pours without a drop.; The ceramic coating is free of PFAS.; The glass lid has a steam vent.
            === Kitchen Knives
            pros: It is as sharp as on the first day; Tomatoes fall apart at the mere sight of it; The balance is
              excellent; It looks like a piece of art; It holds its edge for months
            cons: It was blunt after a week; The handle has a crack; It rusts if you look away; It is heavier than it
              looks; The tip broke off
            price: 12-349
            share: 6
            kind: Chef's Knife; Paring Knife; Santoku; Bread Knife; Knife Block; Carving Set
            variant: 9 cm; 18 cm; 20 cm, walnut handle; 24 cm; 6 pieces
            feature: Forged from a single piece of steel.; The blade is sharpened by hand to 15 degrees.; The handle
              sits well in any hand.; A leather sheath is included.; Left-handed cooks are welcome.
            === Bakeware
            pros: Cakes slide out in one piece; It cleans in seconds; Everything browns evenly; It feels solid and
              heavy in a good way
            cons: Batter drips out of the seam; It rusted after the first wash; The coating shows scratches already;
              It is smaller than stated
            price: 8-89
            share: 5
            kind: Loaf Tin; Springform Tin; Baking Tray; Muffin Tin; Pie Dish; Bread Proving Basket
            variant: 20 cm; 26 cm; 30 cm; set of 2; 12 cups
            feature: Cakes come out in one piece.; Heat-resistant up to 250 °C.; The enamel does not take on smells.;
              A recipe for cinnamon buns is included.
            == Furniture
            pros: Assembly took half an hour and all screws were there; The wood looks and smells wonderful; It is
              rock solid; Even my back is happy with it; Guests always ask where it comes from
            cons: One corner was chipped on arrival; The instructions must be a riddle; It wobbles on our old floor;
              The colour is darker than in the photograph; Two screws were missing
            === Chairs
            price: 49-599
            share: 6
            kind: Dining Chair; Office Chair; Rocking Chair; Bar Stool; Armchair; Folding Chair
            variant: oak; beech, natural; velvet, petrol; black; set of 2; rattan
            feature: The seat is slightly curved and surprisingly comfortable.; Felt pads protect your floor.; The
              cover is removable.; Stackable up to four.; Carries up to 150 kg.
            === Tables
            price: 59-1490
            share: 5
            kind: Dining Table; Coffee Table; Desk; Side Table; Standing Desk; Extending Table
            variant: 80 x 80 cm; 140 x 80 cm, oak; 180 x 90 cm; 220 x 100 cm, walnut; round
            feature: Solid wood from certified forests.; Seats six, or eight who like each other.; A hidden drawer
              keeps cables away.; The oiled surface can be sanded and renewed.
            === Shelves
            price: 29-799
            share: 5
            kind: Bookcase; Wall Shelf; Ladder Shelf; Sideboard; Record Shelf; Shoe Rack
            variant: 60 cm; 80 cm, white; 120 cm, oak; 180 cm high; black steel
            feature: The boards can be set at any height.; Wall fixings are included.; Each board carries 25 kg.; Open
              at the back, so that it also divides a room.
            == Bedding & Linen
            pros: It is soft, light and warm at the same time; It came out of the washing machine like new; I have
              never slept better; The seams are beautifully done; The colour has not faded a bit
            cons: It lost fluff for weeks; It shrank in the first wash; The filling wanders into one corner; The smell
              took days to go away; It feels thinner than the last one I bought
            === Duvets & Pillows
            price: 25-390
            share: 5
            kind: Duvet; Summer Duvet; Down Pillow; Neck Pillow; Weighted Blanket; Bed Linen Set
            variant: 40 x 80 cm; 135 x 200 cm; 155 x 220 cm; 200 x 200 cm; cotton sateen
            feature: Washable at 60 °C.; Filled with responsibly sourced down.; Suitable for people with allergies.;
              Woven from organic cotton.; Warm in winter, airy in summer.
            === Towels
            price: 7-79
            share: 5
            kind: Bath Towel; Hand Towel; Beach Towel; Tea Towel; Hammam Towel; Bathrobe
            variant: white; sea blue; set of 3; terracotta; stripes, "Côte d'Azur"
            feature: Dense loops soak up water quickly.; Long-staple cotton stays soft for years.; A loop for hanging
              is sewn in.; Dries quickly on the line.
            """;

    private HomeOutline() {}
}
