"""Countries with other names, demonyms, capital and larger cities; states of the USA.

Written for general news: the sovereign states, and territories that news treats as
places of their own. Cities are those that need no country beside their name in a
dateline; a name that is as common for something else (Victoria, Jordan as a surname)
is left out or handled by the finder's capital letters.
"""

from __future__ import annotations

from functools import cache

#: name | other names | demonyms | capital | other cities
_COUNTRIES = """
Afghanistan||afghan,afghans,afghani|Kabul|Kandahar,Herat,Jalalabad,Mazar-i-Sharif,Kunduz
Albania||albanian,albanians|Tirana|
Algeria||algerian,algerians|Algiers|Oran
Andorra||andorran,andorrans|Andorra la Vella|
Angola||angolan,angolans|Luanda|
Antigua and Barbuda|Antigua|antiguan,antiguans|St. John's|
Argentina||argentine,argentines,argentinian,argentinians,argentinean|Buenos Aires|Rosario
Armenia||armenian,armenians|Yerevan|
Australia||australian,australians,aussie|Canberra|Sydney,Melbourne,Brisbane,Perth,Adelaide,Hobart
Austria||austrian,austrians|Vienna|Salzburg,Graz,Innsbruck
Azerbaijan||azerbaijani,azerbaijanis,azeri,azeris|Baku|
Bahamas|The Bahamas|bahamian,bahamians|Nassau|
Bahrain||bahraini,bahrainis|Manama|
Bangladesh||bangladeshi,bangladeshis|Dhaka|Chittagong,Cox's Bazar
Barbados||barbadian,barbadians|Bridgetown|
Belarus|Byelorussia|belarusian,belarusians,belarussian,belarussians|Minsk|
Belgium||belgian,belgians|Brussels|Antwerp,Ghent,Bruges
Belize||belizean,belizeans|Belmopan|
Benin||beninese|Porto-Novo|Cotonou
Bhutan||bhutanese|Thimphu|
Bolivia||bolivian,bolivians|Sucre|La Paz
Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina|bosnian,bosnians|Sarajevo|Srebrenica,Banja Luka
Botswana||batswana,motswana|Gaborone|
Brazil||brazilian,brazilians|Brasilia|Sao Paulo,Rio de Janeiro,Rio,Recife,Porto Alegre
Brunei||bruneian,bruneians|Bandar Seri Begawan|
Bulgaria||bulgarian,bulgarians|Sofia|Plovdiv,Varna
Burkina Faso||burkinabe|Ouagadougou|
Burundi||burundian,burundians|Bujumbura|
Cambodia||cambodian,cambodians|Phnom Penh|Siem Reap
Cameroon||cameroonian,cameroonians|Yaounde|Douala
Canada||canadian,canadians|Ottawa|Toronto,Montreal,Vancouver,Calgary,Edmonton,Winnipeg,Quebec City
Cape Verde|Cabo Verde|cape verdean,cape verdeans|Praia|
Central African Republic|CAR|central african,central africans|Bangui|
Chad||chadian,chadians|N'Djamena|
Chile||chilean,chileans|Santiago|Valparaiso
China|People's Republic of China,PRC|chinese|Beijing|Shanghai,Shenzhen,Guangzhou,Wuhan,Chongqing,Tianjin,
  Chengdu,Urumqi,Xian,Nanjing,Harbin
Colombia||colombian,colombians|Bogota|Medellin,Cali
Comoros||comorian,comorians|Moroni|
Democratic Republic of the Congo|Democratic Republic of Congo,DR Congo,DRC,Congo|congolese|Kinshasa|Goma,
  Lubumbashi
Republic of the Congo|Congo-Brazzaville,Republic of Congo||Brazzaville|
Costa Rica||costa rican,costa ricans|San Jose|
Croatia||croatian,croatians,croat,croats|Zagreb|Dubrovnik
Cuba||cuban,cubans|Havana|
Cyprus||cypriot,cypriots|Nicosia|Limassol
Czech Republic|Czechia|czech,czechs|Prague|Brno,Ostrava
Denmark||danish,dane,danes|Copenhagen|Aarhus
Djibouti||djiboutian,djiboutians|Djibouti City|
Dominican Republic||dominican,dominicans|Santo Domingo|
Ecuador||ecuadorian,ecuadorians,ecuadorean|Quito|Guayaquil
Egypt||egyptian,egyptians|Cairo|Sharm el-Sheikh,Port Said,Luxor
El Salvador||salvadoran,salvadorans,salvadorean|San Salvador|
Equatorial Guinea||equatoguinean|Malabo|
Eritrea||eritrean,eritreans|Asmara|
Estonia||estonian,estonians|Tallinn|
Eswatini|Swaziland|swazi,swazis|Mbabane|
Ethiopia||ethiopian,ethiopians|Addis Ababa|Mekelle
Fiji||fijian,fijians|Suva|
Finland||finnish,finn,finns|Helsinki|
France||french,frenchman,frenchmen,frenchwoman|Paris|Marseille,Lyon,Nice,Toulouse,Strasbourg,Bordeaux,
  Lille,Calais
Gabon||gabonese|Libreville|
Gambia|The Gambia|gambian,gambians|Banjul|
Georgia||georgian,georgians|Tbilisi|
Germany||german,germans|Berlin|Munich,Hamburg,Frankfurt,Cologne,Stuttgart,Dusseldorf,Dresden,Leipzig,
  Hanover
Ghana||ghanaian,ghanaians|Accra|Kumasi
Greece||greek,greeks|Athens|Thessaloniki
Greenland||greenlandic,greenlander,greenlanders|Nuuk|
Grenada||grenadian,grenadians|St. George's|
Guatemala||guatemalan,guatemalans|Guatemala City|
Guinea||guinean,guineans|Conakry|
Guinea-Bissau||bissau-guinean|Bissau|
Guyana||guyanese|Georgetown|
Haiti||haitian,haitians|Port-au-Prince|
Honduras||honduran,hondurans|Tegucigalpa|
Hong Kong||hongkonger,hongkongers||
Hungary||hungarian,hungarians|Budapest|
Iceland||icelandic,icelander,icelanders|Reykjavik|
India||indian,indians|New Delhi|Delhi,Mumbai,Bombay,Kolkata,Calcutta,Chennai,Bangalore,Bengaluru,
  Hyderabad,Ahmedabad,Lucknow,Jaipur,Srinagar
Indonesia||indonesian,indonesians|Jakarta|Surabaya,Bandung,Medan,Denpasar,Banda Aceh,Manokwari
Iran||iranian,iranians|Tehran|Isfahan,Mashhad,Tabriz,Shiraz,Bandar Abbas,Natanz
Iraq||iraqi,iraqis|Baghdad|Mosul,Basra,Kirkuk,Fallujah,Erbil,Irbil,Tikrit,Najaf,Karbala
Ireland|Republic of Ireland|irish,irishman,irishmen|Dublin|Cork
Israel||israeli,israelis||Tel Aviv,Haifa
Italy||italian,italians|Rome|Milan,Naples,Turin,Venice,Bologna,Palermo,Genoa
Ivory Coast|Cote d'Ivoire,Côte d'Ivoire|ivorian,ivorians|Yamoussoukro|Abidjan
Jamaica||jamaican,jamaicans||
Japan||japanese|Tokyo|Osaka,Kyoto,Nagoya,Yokohama,Hiroshima,Nagasaki,Sapporo,Fukuoka,Sendai
Jordan||jordanian,jordanians|Amman|
Kazakhstan||kazakh,kazakhs,kazakhstani,kazakhstanis|Astana|Nur-Sultan,Almaty,Shymkent,Karaganda
Kenya||kenyan,kenyans|Nairobi|Mombasa,Kisumu
Kiribati|||Tarawa|
Kosovo||kosovar,kosovars,kosovan|Pristina|
Kuwait||kuwaiti,kuwaitis|Kuwait City|
Kyrgyzstan||kyrgyz,kyrgyzstani|Bishkek|Osh
Laos||lao,laotian,laotians|Vientiane|
Latvia||latvian,latvians|Riga|
Lebanon||lebanese|Beirut|Sidon
Lesotho||basotho|Maseru|
Liberia||liberian,liberians|Monrovia|
Libya||libyan,libyans|Tripoli|Benghazi,Misrata,Sirte
Liechtenstein||liechtensteiner|Vaduz|
Lithuania||lithuanian,lithuanians|Vilnius|Kaunas
Luxembourg||luxembourgish,luxembourger||
Madagascar||malagasy|Antananarivo|
Malawi||malawian,malawians|Lilongwe|
Malaysia||malaysian,malaysians|Kuala Lumpur|Penang
Maldives|The Maldives|maldivian,maldivians||
Mali||malian,malians|Bamako|Timbuktu
Malta||maltese|Valletta|
Marshall Islands||marshallese|Majuro|
Mauritania||mauritanian,mauritanians|Nouakchott|
Mauritius||mauritian,mauritians|Port Louis|
Mexico||mexican,mexicans|Mexico City|Guadalajara,Monterrey,Tijuana,Ciudad Juarez,Acapulco,Cancun
Micronesia||micronesian|Palikir|
Moldova||moldovan,moldovans|Chisinau|
Monaco||monegasque||
Mongolia||mongolian,mongolians|Ulaanbaatar|
Montenegro||montenegrin,montenegrins|Podgorica|
Morocco||moroccan,moroccans|Rabat|Casablanca,Marrakesh,Marrakech
Mozambique||mozambican,mozambicans|Maputo|Beira
Myanmar|Burma|burmese|Naypyidaw|Yangon,Rangoon,Mandalay
Namibia||namibian,namibians|Windhoek|
Nepal||nepalese,nepali,nepalis|Kathmandu|Pokhara
Netherlands|The Netherlands,Holland|dutch,dutchman,dutchmen|Amsterdam|Rotterdam,The Hague,Utrecht,
  Eindhoven
New Zealand||new zealander,new zealanders|Wellington|Auckland,Christchurch
Nicaragua||nicaraguan,nicaraguans|Managua|
Niger||nigerien,nigeriens|Niamey|
Nigeria||nigerian,nigerians|Abuja|Lagos,Kano,Maiduguri,Port Harcourt
North Korea|Democratic People's Republic of Korea,DPRK|north korean,north koreans|Pyongyang|
North Macedonia|Macedonia|macedonian,macedonians|Skopje|
Norway||norwegian,norwegians|Oslo|Bergen,Trondheim
Oman||omani,omanis|Muscat|
Pakistan||pakistani,pakistanis|Islamabad|Karachi,Lahore,Peshawar,Quetta,Rawalpindi,Faisalabad
Palestinian territories|Palestine|palestinian,palestinians||Ramallah,Gaza City,Rafah,Khan Younis,Hebron,
  Nablus,Jenin,Gaza,Gaza Strip,West Bank
Panama||panamanian,panamanians|Panama City|
Papua New Guinea||papua new guinean|Port Moresby|
Paraguay||paraguayan,paraguayans|Asuncion|
Peru||peruvian,peruvians|Lima|Cusco
Philippines|The Philippines|philippine,filipino,filipinos|Manila|Cebu,Davao,Quezon City
Poland||pole,poles|Warsaw|Krakow,Gdansk,Wroclaw
Portugal||portuguese|Lisbon|Porto
Puerto Rico||puerto rican,puerto ricans|San Juan|
Qatar||qatari,qataris|Doha|
Romania||romanian,romanians|Bucharest|
Russia|Russian Federation|russian,russians|Moscow|St. Petersburg,St Petersburg,Saint Petersburg,
  Vladivostok,Novosibirsk,Grozny,Sochi,Kazan,Yekaterinburg,Rostov-on-Don
Rwanda||rwandan,rwandans|Kigali|
Samoa||samoan,samoans|Apia|
Saudi Arabia|Kingdom of Saudi Arabia|saudi,saudis,saudi arabian|Riyadh|Jeddah,Mecca,Medina
Senegal||senegalese|Dakar|
Serbia||serbian,serbians,serb,serbs|Belgrade|
Seychelles||seychellois||
Sierra Leone||sierra leonean,sierra leoneans|Freetown|
Singapore||singaporean,singaporeans||
Slovakia||slovak,slovaks,slovakian|Bratislava|
Slovenia||slovenian,slovenians,slovene,slovenes|Ljubljana|
Solomon Islands||solomon islander|Honiara|
Somalia||somali,somalis,somalian|Mogadishu|Kismayo
South Africa||south african,south africans|Pretoria|Johannesburg,Cape Town,Durban,Soweto
South Korea|Republic of Korea|south korean,south koreans|Seoul|Busan,Incheon,Daegu,Pyeongchang
South Sudan||south sudanese|Juba|Bentiu
Spain||spanish,spaniard,spaniards|Madrid|Barcelona,Seville,Malaga,Bilbao
Sri Lanka||sri lankan,sri lankans|Colombo|Jaffna
Sudan||sudanese|Khartoum|Omdurman,Port Sudan
Suriname||surinamese|Paramaribo|
Sweden||swedish,swede,swedes|Stockholm|Gothenburg,Malmo,Uppsala
Switzerland||swiss|Bern|Zurich,Geneva,Basel,Davos,Lausanne
Syria||syrian,syrians|Damascus|Aleppo,Homs,Idlib,Raqqa,Latakia
Taiwan||taiwanese|Taipei|Kaohsiung
Tajikistan||tajik,tajiks|Dushanbe|
Tanzania||tanzanian,tanzanians|Dodoma|Dar es Salaam,Zanzibar
Thailand||thai,thais|Bangkok|Chiang Mai,Phuket,Pattaya
Timor-Leste|East Timor|east timorese,timorese|Dili|
Togo||togolese|Lome|
Tonga||tongan,tongans|Nuku'alofa|
Trinidad and Tobago|Trinidad|trinidadian,trinidadians|Port of Spain|
Tunisia||tunisian,tunisians|Tunis|Sousse
Turkey|Turkiye,Türkiye|turkish,turk,turks|Ankara|Istanbul,Izmir,Antalya,Gaziantep,Diyarbakir
Turkmenistan||turkmen|Ashgabat|
Uganda||ugandan,ugandans|Kampala|Entebbe
Ukraine||ukrainian,ukrainians|Kyiv|Kiev,Odesa,Odessa,Kharkiv,Lviv,Mariupol,Donetsk,Dnipro,Kherson,Luhansk,
  Bakhmut
United Arab Emirates|UAE,U.A.E.|emirati,emiratis|Abu Dhabi|Dubai,Sharjah
United Kingdom|UK,U.K.,Britain,Great Britain|british,briton,britons|London|Manchester,Birmingham,
  Liverpool,Glasgow,Edinburgh,Leeds,Bristol,Belfast,Cardiff,Sheffield,England,Scotland,Wales,
  Northern Ireland
United States|US,U.S.,USA,U.S.A.,United States of America,America|american,americans|Washington, D.C.|
Uruguay||uruguayan,uruguayans|Montevideo|
Uzbekistan||uzbek,uzbeks,uzbekistani|Tashkent|Samarkand
Vanuatu||ni-vanuatu|Port Vila|
Vatican City|Vatican,Holy See|||
Venezuela||venezuelan,venezuelans|Caracas|Maracaibo
Vietnam||vietnamese|Hanoi|Ho Chi Minh City,Saigon,Da Nang,Hue
Yemen||yemeni,yemenis|Sanaa|Sana'a,Aden,Hodeidah
Zambia||zambian,zambians|Lusaka|
Zimbabwe||zimbabwean,zimbabweans|Harare|Bulawayo
"""

#: state | abbreviations (AP style, postal where it is no English word) | larger cities
_STATES = """
Alabama|Ala,AL|Montgomery,Mobile
Alaska|AK|Anchorage,Juneau
Arizona|Ariz,AZ|Phoenix,Tucson
Arkansas|Ark,AR|Little Rock
California|Calif,CA|Los Angeles,San Francisco,San Diego,Sacramento,Oakland,Fresno,Long Beach
Colorado|Colo,CO|Denver,Colorado Springs,Boulder
Connecticut|Conn,CT|Hartford,New Haven,Newtown
Delaware|Del,DE|Wilmington
Florida|Fla,FL|Miami,Orlando,Tampa,Tallahassee,Jacksonville
Hawaii|HI|Honolulu
Idaho||Boise
Illinois|Ill,IL|Chicago
Indiana|Ind|Indianapolis
Iowa|IA|Des Moines
Kansas|Kan,KS|Wichita,Topeka
Kentucky|Ky,KY|Louisville
Louisiana|LA|New Orleans,Baton Rouge
Maine||
Maryland|Md,MD|Baltimore,Annapolis
Massachusetts|Mass,MA|Boston
Michigan|Mich,MI|Detroit,Flint,Lansing
Minnesota|Minn,MN|Minneapolis,St. Paul
Mississippi|Miss,MS|Biloxi
Missouri|Mo,MO|St. Louis,Kansas City
Montana|Mont,MT|Billings
Nebraska|Neb,NE|Omaha
Nevada|Nev,NV|Las Vegas,Reno
New Hampshire|N.H.,NH|
New Jersey|N.J.,NJ|Newark
New Mexico|N.M.,NM|Albuquerque,Santa Fe
New York|N.Y.,NY|New York City,Manhattan,Brooklyn,Bronx,Buffalo
North Carolina|N.C.,NC|Charlotte,Raleigh
North Dakota|N.D.,ND|Fargo
Ohio|OH|Cleveland,Cincinnati
Oklahoma|Okla|Oklahoma City,Tulsa
Oregon|Ore|
Pennsylvania|Pa,PA|Philadelphia,Pittsburgh,Harrisburg
Rhode Island|R.I.,RI|
South Carolina|S.C.,SC|
South Dakota|S.D.,SD|Sioux Falls
Tennessee|Tenn,TN|Nashville,Memphis
Texas|Tex,TX|Houston,Dallas,Austin,San Antonio,El Paso,Fort Worth
Utah|UT|Salt Lake City
Vermont|Vt,VT|
Virginia|Va,VA|
Washington State|Wash|Seattle,Tacoma,Spokane
West Virginia|W.Va,WV|
Wisconsin|Wis,WI|Milwaukee
Wyoming|Wyo,WY|Cheyenne
District of Columbia|D.C.,DC|Washington D.C.,Washington
"""


def _lines(table: str) -> list[str]:
    """Rows of a table; a row that starts with a space goes on with the one before."""
    return table.strip().replace("\n  ", "").splitlines()


def _items(field: str) -> list[str]:
    return [item for item in field.split(",") if item]


class Gazetteer:
    """Look-ups built once from the tables above; every key is lower case."""

    def __init__(self) -> None:
        self.canonical: dict[str, str] = {}  # any spelling of a place -> its name here
        self.inside: dict[str, str] = {}  # place -> the state or country around it
        self.demonyms: dict[str, str] = {}  # kazakh -> kazakhstan
        self.capitals: dict[str, str] = {}  # moscow -> russia, also used for its government
        self.countries: frozenset[str] = frozenset()
        self._read_countries()
        self._read_states()

    def _read_countries(self) -> None:
        countries = []
        for line in _lines(_COUNTRIES):
            name, others, demonyms, capital, cities = line.split("|")
            key = name.lower()
            countries.append(key)
            for spelling in (name, *_items(others)):
                self.canonical[spelling.lower()] = name
            self.demonyms.update(dict.fromkeys(_items(demonyms), key))
            if capital and name != "United States":
                self.capitals[capital.lower()] = key
            for city in (capital, *_items(cities)):
                if city:
                    self.canonical.setdefault(city.lower(), city)
                    self.inside.setdefault(city.lower(), key)
        self.capitals["washington"] = "united states"
        self.countries = frozenset(countries)

    def _read_states(self) -> None:
        for line in _lines(_STATES):
            name, others, cities = line.split("|")
            key = name.lower()
            for spelling in (name, *_items(others)):
                if "." in spelling or len(spelling) > 2:
                    self.canonical.setdefault(spelling.lower(), name)
            self.inside[key] = "united states"
            for city in _items(cities):
                self.canonical.setdefault(city.lower(), city)
                self.inside.setdefault(city.lower(), key)


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer (built on first use, about a millisecond)."""
    return Gazetteer()


@cache
def state_abbreviations() -> dict[str, str]:
    """Abbreviation as printed after a city ("Calif", "CA") -> state; case matters."""
    found = {}
    for line in _lines(_STATES):
        name, others, _ = line.split("|")
        found.update(dict.fromkeys(_items(others), name))
    return found
