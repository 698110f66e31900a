package org.easymodel.example.data;

/** The words for the products of the department Sports and Outdoors. */
final class SportsOutline {

    /** To be read by {@link Outline}. */
    static final String TEXT = """
            = Sports & Outdoors
            code: SPO
            brand: Northpeak; Vallée Blanche; Grizzly Creek; Stormur; Arctos; Pacaya; Vento; Redwood Trail; Kilima
            series: Ridge; Summit; Tundra; Canyon; Glacier; Trek; Comet; Sierra; Rapid; Wander; Basecamp; Breeze
            name: {brand} {series} {kind}, {variant}; {brand} {series} {number} {kind}; {brand} {kind} {series},
              {variant}
            number: 1; 2; 3; 5; 10; 20; 40; 50; 100; 200
            mood: rugged; lightweight; reliable; nimble; weatherproof; well-made; no-nonsense
            use: beginners and professionals; weekends in the mountains; your daily training; long tours; bad weather;
              small adventures
            lead: Our {mood} {~kind} for {use}.; {brand} built the {series} for {use}.; A {mood} companion for {use}.
            closing: A repair kit is included.; Comes with a packing bag.; Tested in Iceland, in the rain.; Lifetime
              repair service.; Replacement parts can be ordered separately.
            == Camping
            pros: We stayed dry through a whole night of rain; It packs down really small; Even the children could set
              it up; It kept me warm well below zero; The zips run smoothly
            cons: The poles bent in the first storm; Water came in at the seams; It never fits back into its bag; The
              zip catches the fabric; The pegs bend like butter
            === Tents
            price: 59-899
            share: 5
            kind: Dome Tent; Tunnel Tent; Trekking Tent; Family Tent; Bivouac; Tarp
            variant: 1 person; 2 persons; 3 persons, green; 4 persons; 6 persons
            feature: The water column of the floor is 5,000 mm.; Pitched in four minutes.; Two entrances, two
              porches.; All seams are taped.; Weighs less than 2 kg.
            === Sleeping Bags
            price: 29-499
            share: 4
            kind: Sleeping Bag; Mummy Sleeping Bag; Down Sleeping Bag; Sleeping Mat; Camping Quilt
            variant: regular; long; women's cut; 3 seasons; winter
            feature: Comfortable down to -7 °C.; Two bags can be zipped together.; The compression sack is included.;
              Warm even when damp.
            == Cycling
            pros: It rides like on rails; The brakes are superb; Assembly was a matter of minutes; It looks even
              better than in the pictures
            cons: The gears needed adjusting right away; The saddle is a torture device; The paint chips easily; The
              bell fell off in the first week
            === Bicycles
            price: 349-3490
            share: 4
            kind: City Bike; Gravel Bike; Mountain Bike; Trekking Bike; Folding Bike; Cargo Bike
            variant: 50 cm; 54 cm; 58 cm, petrol; 26 inch; 29 inch, black
            feature: The belt drive needs no oil.; Hydraulic disc brakes stop safely in the rain.; Lights are powered
              by the hub.; Eleven gears take you up any hill.
            === Bicycle Helmets
            pros: It fits well and I forget that I am wearing it; It looks even better than in the pictures; The air
              flow is superb; The light is a great idea; It sits firmly without pressing
            cons: The straps slip all the time; It makes my head look like a mushroom; The padding came off after a
              week; It runs small
            price: 29-219
            share: 5
            kind: Helmet; Road Helmet; City Helmet; Kids Helmet; Downhill Helmet
            variant: S; M, white; L, black; M, lime; adjustable
            feature: The rear light can be charged.; Twelve vents keep a cool head.; The fit is adjusted with a small
              wheel.; The straps do not flutter.
            == Fitness
            pros: It does not slip, not even on parquet; It feels better than the ones in my gym; It takes hardly any
              space; The grip is excellent; It motivates me to train every morning
            cons: It smelled of rubber for weeks; The surface wears off after a month; It leaves marks on the floor;
              The grip is too thin for my hands; It is shorter than advertised
            === Yoga
            price: 9-129
            share: 5
            kind: Yoga Mat; Yoga Block; Meditation Cushion; Yoga Strap; Bolster; Travel Mat
            variant: lilac; 4 mm; 6 mm, sage; cork; set of 2; natural
            feature: Made of natural rubber and cork.; Non-slip, even with damp hands.; A carrying strap is included.;
              The cover is washable.
            === Weights
            price: 12-399
            share: 4
            kind: Dumbbell; Kettlebell; Barbell; Weight Plate; Adjustable Dumbbell; Ankle Weights
            variant: 2 kg; 5 kg, pair; 8 kg; 12 kg; 16 kg; 20 kg
            feature: Coated with neoprene.; Cast in one piece.; The flat base keeps it from rolling away.; Numbers are
              readable from afar.
            """;

    private SportsOutline() {}
}
