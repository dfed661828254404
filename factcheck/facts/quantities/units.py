"""Units of measure the news uses, with factors to one base unit per dimension.

Factors are the exact definitions (international yard and pound, US liquid gallon, oil
barrel of 42 gallons); temperatures convert by factor and offset to kelvin.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.lexicon.wordset import word_set


class Unit(NamedTuple):
    """``name`` is canonical and singular; base value = value * factor + offset."""

    name: str
    dimension: str
    factor: float
    offset: float = 0.0


#: name | dimension | factor to the base unit | words, each whole (blank = "_")
_TABLE = """
millimetre|length|0.001|mm millimetre millimetres millimeter millimeters
centimetre|length|0.01|cm centimetre centimetres centimeter centimeters
decimetre|length|0.1|dm
metre|length|1|m metre metres meter meters
kilometre|length|1000|km kms kilometre kilometres kilometer kilometers klicks
inch|length|0.0254|inch inches in
foot|length|0.3048|ft foot feet
yard|length|0.9144|yd yds yard yards
mile|length|1609.344|mi mile miles
nautical mile|length|1852|nautical_mile nautical_miles
light-year|length|9.4607304725808e15|light_year light_years
square metre|area|1|m2 m² sq_m square_metre square_metres square_meter square_meters
square kilometre|area|1e6|km2 km² sq_km square_kilometre square_kilometres square_kilometer \
square_kilometers
square foot|area|0.09290304|sq_ft square_foot square_feet
square mile|area|2589988.110336|sq_mi square_mile square_miles
acre|area|4046.8564224|acre acres
hectare|area|10000|ha hectare hectares
microgram|mass|1e-9|mcg microgram micrograms microgrammes
milligram|mass|1e-6|mg milligram milligrams milligrammes
gram|mass|0.001|g gram grams gramme grammes
kilogram|mass|1|kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes
tonne|mass|1000|t tonne tonnes metric_ton metric_tons metric_tonnes
ton|mass|907.18474|ton tons
ounce|mass|0.028349523125|oz ounce ounces
pound|mass|0.45359237|lb lbs pound pounds
stone|mass|6.35029318|stone
carat|mass|0.0002|carat carats
millilitre|volume|1e-6|ml millilitre millilitres milliliter milliliters
litre|volume|0.001|l litre litres liter liters
cubic metre|volume|1|m3 m³ cubic_metre cubic_metres cubic_meter cubic_meters
cubic foot|volume|0.028316846592|cubic_foot cubic_feet
gallon|volume|0.003785411784|gal gallon gallons
pint|volume|0.000473176473|pint pints
barrel|volume|0.158987294928|barrel barrels bbl
bushel|volume|0.03523907016688|bushel bushels
metre per second|speed|1|m/s metres_per_second meters_per_second
kilometre per hour|speed|0.2777777777777778|kph kmh km/h kilometres_per_hour kilometers_per_hour \
kilometres_an_hour kilometers_an_hour km_per_hour
mile per hour|speed|0.44704|mph miles_per_hour miles_an_hour mile_per_hour mile_an_hour
knot|speed|0.5144444444444445|knot knots
kilowatt|power|1000|kw kilowatt kilowatts
megawatt|power|1e6|mw megawatt megawatts
gigawatt|power|1e9|gw gigawatt gigawatts
watt|power|1|watt watts
horsepower|power|745.6998715822702|hp horsepower bhp
kilowatt-hour|energy|1|kwh kilowatt_hour kilowatt_hours
megawatt-hour|energy|1000|mwh megawatt_hour megawatt_hours
gigawatt-hour|energy|1e6|gwh gigawatt_hours
terawatt-hour|energy|1e9|twh terawatt_hour terawatt_hours
calorie|food energy|1|calorie calories kcal
kiloton|yield|1|kiloton kilotons kilotonne kilotonnes
megaton|yield|1000|megaton megatons
volt|voltage|1|volt volts
hertz|frequency|1|hz hertz
kilohertz|frequency|1000|khz kilohertz
megahertz|frequency|1e6|mhz megahertz
gigahertz|frequency|1e9|ghz gigahertz
decibel|sound|1|decibel decibels db
hectopascal|pressure|100|hpa hectopascal hectopascals millibar millibars
psi|pressure|6894.757293168|psi
megabyte|data|1e6|mb megabyte megabytes
gigabyte|data|1e9|gb gigabyte gigabytes gig gigs
terabyte|data|1e12|tb terabyte terabytes
kilobyte|data|1000|kb kilobyte kilobytes
megabit|data rate|1e6|mbps megabit megabits
gigabit|data rate|1e9|gbps gigabit gigabits
degree Celsius|temperature|1|°c celsius celcius centigrade degrees_celsius degree_celsius \
degrees_c c degrees_centigrade deg_c deg_celsius °_c degrees_celcius
degree Fahrenheit|temperature|0.5555555555555556|°f fahrenheit degrees_fahrenheit \
degree_fahrenheit degrees_f deg_f °_f degrees_farenheit farenheit
degree|angle|1|degree degrees deg °
"""
_OFFSETS = {"degree Celsius": 273.15, "degree Fahrenheit": 459.67 * 5 / 9}
UNITS: dict[str, Unit] = {}
for _row in _TABLE.strip().splitlines():
    _name, _dimension, _factor, _words = _row.split("|")
    _unit = Unit(_name, _dimension, float(_factor), _OFFSETS.get(_name, 0.0))
    UNITS.update(dict.fromkeys((w.replace("_", " ") for w in _words.split()), _unit))
#: The first words of all units, and "sq" of "sq. km".
FIRST_WORDS = frozenset(text.split()[0] for text in UNITS) | {"sq"}
MAGNITUDE = Unit("magnitude", "magnitude", 1)
BY_NAME = {u.name: u for u in UNITS.values()} | {"magnitude": MAGNITUDE}
#: Too short to be a unit unless they touch the digits ("48m", "5g").
GLUED_ONLY = word_set("m g t l w h hp dm c in")
LONGEST = 3  # words in the longest unit
