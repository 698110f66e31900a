package org.easymodel.example.data;

/** The words for people: one section per culture. In a telephone number, {@code #} stands for any digit. */
final class CultureOutline {

    /** To be read by {@link Outline}. */
    static final String TEXT = """
            = German
            share: 9
            given: Anna; Jürgen; Käthe; Lukas; Sabine; Björn; Friederike; Moritz; Heike; Jörg; Lena; Tobias; Grete;
              Matthias
            family: Müller; Schäfer; Weiß; Krüger; Hoffmann; Böhm; Lehmann; Vogel; Jäger; Brandt; Größler; Winter;
              Köhler
            city: München; Köln; Leipzig; Lübeck; Freiburg; Düsseldorf; Berlin; Würzburg
            dish: Käsespätzle; Königsberger Klopse; plum cake; Maultaschen
            phone: +49 30 23125 ###
            = British
            share: 9
            given: Oliver; Emily; Harriet; George; Nigel; Poppy; Imogen; Callum; Beatrice; Alistair; Gemma; Rhys;
              Fiona; Ewan
            family: Clarke; Whitfield; Davies; MacLeod; Thompson; Ashworth; Bennett; Hughes; Pritchard; Wood;
              Fletcher; Baxter
            city: London; Manchester; Edinburgh; Cardiff; Norwich; Bristol; York; Aberystwyth
            dish: Sunday roast; bread-and-butter pudding; leek soup; kedgeree
            phone: +44 20 7946 0###
            = American
            share: 10
            given: Tyler; Madison; Jordan; Grace; Ethan; Savannah; Marcus; Brianna; Logan; Denise; Walter; Naomi;
              Caleb; Dorothy
            family: Johnson; Miller; Washington; Brooks; Anderson; Carter; O'Neill; Freeman; Parker; Sullivan; Reed;
              Coleman
            city: Portland; Chicago; Austin; Boston; New Orleans; Minneapolis; Santa Fe; Baltimore
            dish: cornbread; clam chowder; jambalaya; blueberry pie
            phone: +1 212 555 01##
            = French
            share: 7
            given: Amélie; François; Élodie; Théo; Chloé; Benoît; Hélène; Mathis; Noémie; Rémi; Solène; Gaël; Inès;
              Jérôme
            family: Lefèvre; Dubois; Gauthier; Moreau; Béranger; Rousseau; Chevalier; Lemaître; Fabre; Perrin;
              d'Aubigné
            city: Paris; Lyon; Orléans; Besançon; Nîmes; Saint-Étienne; Toulouse; Brest
            dish: crêpes; ratatouille; tarte à l'oignon; bœuf bourguignon
            phone: +33 1 99 00 ## ##
            = Spanish
            share: 7
            given: Lucía; Álvaro; Íñigo; Carmen; José; Begoña; Sofía; Andrés; Pilar; Martín; Nuria; Joaquín; Inés;
              Raúl
            family: García; Muñoz; Fernández; Ibáñez; Romero; Peña; Castaño; Domínguez; Vega; Núñez; Serrano; Gómez
            city: Sevilla; Málaga; Zaragoza; A Coruña; Cádiz; Bilbao; Valparaíso; Bogotá
            dish: paella; empanadas; salmorejo; tortilla, with onions of course
            phone: +34 000 0## ###
            = Italian
            share: 6
            given: Giulia; Matteo; Nicolò; Chiara; Lorenzo; Federica; Alessio; Ginevra; Davide; Ilaria; Salvatore;
              Beatrice
            family: Rossi; Esposito; Bianchi; Colombo; De Luca; Ferrara; Marchetti; Nicolò; Greco; Santoro; Cattaneo;
              D'Angelo
            city: Bologna; Palermo; Torino; Forlì; Genova; Lecce; Trieste
            dish: tagliatelle al ragù; arancini; focaccia; tiramisù
            phone: +39 000 0## ####
            = Nordic
            share: 6
            given: Åsa; Søren; Freja; Øyvind; Linnéa; Håkon; Ingrid; Björk; Mikkel; Sólveig; Göran; Aino; Jónas; Märta
            family: Lindström; Sørensen; Åkesson; Hansen; Bjørnstad; Virtanen; Østergaard; Nyström; Jónsdóttir;
              Mäkinen; Dahl
            city: Malmö; Århus; Tromsø; Göteborg; Jyväskylä; Reykjavík; Ålesund; Umeå
            dish: smörgåstårta; cinnamon buns; rømmegrøt; salmon soup
            phone: +46 8 465 004 ##
            = Polish
            share: 5
            given: Agnieszka; Paweł; Małgorzata; Łukasz; Zofia; Wojciech; Jagoda; Tomasz; Michał; Bożena; Stanisław;
              Iga
            family: Kowalczyk; Wiśniewski; Dąbrowska; Zieliński; Wójcik; Szymańska; Mazur; Gałązka; Pawlak; Sikorski
            city: Kraków; Łódź; Wrocław; Gdańsk; Poznań; Białystok
            dish: pierogi; żurek; poppy seed cake; bigos
            phone: +48 000 0## ###
            = Turkish
            share: 5
            given: Ayşe; Mehmet; Elif; Çağlar; Zeynep; Emre; Gülşen; Oğuz; Defne; Kerem; İpek; Ümit; Tuğba; Serkan
            family: Yılmaz; Öztürk; Kaya; Şahin; Çelik; Aydın; Doğan; Güneş; Kılıç; Arslan; Işık; Erdoğdu
            city: İstanbul; İzmir; Eskişehir; Ankara; Diyarbakır; Muğla
            dish: menemen; imam bayıldı; mantı; künefe
            phone: +90 000 0## ## ##
            = Indian
            share: 8
            given: Priya; Arjun; Ananya; Rohan; Lakshmi; Vikram; Meera; Siddharth; Kavya; Imran; Divya; Harpreet;
              Nikhil; Fatima
            family: Sharma; Patel; Iyer; Banerjee; Singh; Reddy; Khan; Chatterjee; Nair; Desai; Kulkarni; Fernandes;
              Gill
            city: Pune; Bengaluru; Kolkata; Jaipur; Kochi; Chennai; Leicester
            dish: masala dosa; dal makhani; biryani; pani puri
            phone: +91 00000 0####
            = Japanese
            share: 5
            given: Yuki; Haruto; Sakura; Kenji; Aiko; Daichi; Emiko; Ren; Naoko; Takumi; Hina; Shōta; Yūto; Michiko
            family: Tanaka; Satō; Watanabe; Kobayashi; Itō; Nakamura; Yoshida; Katō; Mori; Fujimoto; Ōno; Hayashi
            city: Kyōto; Ōsaka; Sapporo; Yokohama; Kanazawa; Kōbe
            dish: okonomiyaki; miso ramen; onigiri; matcha mochi
            phone: +81 3 0000 0###
            = Chinese
            share: 6
            given: Wei; Mei; Xiaoling; Jun; Lihua; Ming; Yan; Hao; Fang; Jing; Tao; Qing; Ruolan; Zihan
            family: Chen; Wang; Liu; Zhang; Huang; Lin; Wu; Zhou; Xu; Lü; Guo; Tang; Ouyang
            city: Shanghai; Chengdu; Taipei; Xi'an; Singapore; Hangzhou; Vancouver
            dish: mapo tofu; dumplings; hot pot; scallion pancakes
            phone: +86 000 0000 0###
            = West African
            share: 6
            given: Chinwe; Kwame; Adaeze; Olúwaṣeun; Ama; Kofi; Ngozi; Tunde; Fatou; Ìbùkún; Mamadou; Abena; Emeka;
              Aïssatou
            family: Okafor; Mensah; Adébáyọ̀; Diallo; Boateng; Nwosu; Traoré; Owusu; Eze; Ndiaye; Abubakar; Koné
            city: Lagos; Accra; Dakar; Ìbàdàn; Kumasi; Abidjan
            dish: jollof rice; fufu; egusi soup; thiéboudienne
            phone: +234 000 000 0###
            = Arabic
            share: 6
            given: Layla; Omar; Yasmin; Karim; Nour; Hassan; Salma; Tariq; Rania; Youssef; Amina; Ziad; Dalia; Sami
            family: Haddad; El-Sayed; Mansour; Khalil; Al-Amin; Nasser; Farouk; Saleh; Benali; Hamdan; Aziz; Tahir
            city: Beirut; Cairo; Amman; Casablanca; Tunis; Alexandria; Marseille
            dish: maqluba; koshari; shakshuka; lamb tajine
            phone: +20 2 0000 0###
            = Portuguese
            share: 5
            given: João; Beatriz; Conceição; Tiago; Mariana; Gonçalo; Inês; Thaís; Rui; Letícia; Sebastião; Luísa;
              Caetano
            family: Gonçalves; Silva; Magalhães; Araújo; Teixeira; Simões; Pereira; Conceição; Nóbrega; Falcão;
              Brandão
            city: Lisboa; São Paulo; Évora; Porto; Florianópolis; Belém; Guimarães
            dish: feijoada; bacalhau à Brás; pão de queijo; pastéis de nata
            phone: +351 000 000 ###
            """;

    private CultureOutline() {}
}
