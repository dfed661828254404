"""Groups of words that can stand for each other in reports of one event.

One group a line (a line that starts with a space goes on with it), its first word is
the concept id. Regular inflections are found through stems; irregular forms are listed.
"_" joins a verb and its particle or a fixed pair, and "=" marks a word taken only as it
stands, without inflections (=storm, not "stormed"). A word that news uses in two senses
(bank, charge, strike as a walk-out, fire) is left out, or stands only in a fixed pair:
a missed synonym costs a link, a wrong one makes a false conflict.
"""

from __future__ import annotations

from functools import cache

_GROUPS = """
kill kills killed killing killer slay slain slew die died dies dying dead death deaths fatality fatal
  fatally deadly perish lives_lost lost_lives lose_lives claimed_lives
murder murderer homicide manslaughter
assassinate assassination assassin
execute execution executed put_to_death
suicide kill_himself killed_himself killed_herself took_his_own_life
injure injury injured hurt wound wounded
maim maimed mutilate mutilation
casualty casualties
victim
survive survivor survival
hostage hostages captive captives
kidnap kidnapper kidnapping abduct abduction abductor
rescue rescuer
evacuate evacuation evacuee
hospitalize hospitalise hospitalization hospitalisation hospitalized hospitalised taken_to_hospital
shoot shot shooting shootings gunfire gunshot gunned_down opened_fire open_fire
gunman gunmen shooter
stab stabbing stabbed knifed
bomb bombing bombed bombardment bombard
explode explosion exploded blast detonate detonation blew_up blow_up
attack assault raid onslaught attacker assailant
ambush ambushed
airstrike airstrikes air_strike air_raid
missile rocket
=shell shelling
invade invasion invader incursion
fight fought fighting combat battle clash skirmish
war warfare armed_conflict
ceasefire cease-fire truce armistice
troops soldier soldiers serviceman servicemen troop
peacekeeper peacekeepers peacekeeping
=army military armed_forces
navy naval
militant militants insurgent insurgents rebel rebels guerrilla guerrillas
insurgency rebellion uprising revolt insurrection
terrorist terrorists terrorism terror
extremist extremists extremism
coup putsch
weapon weapons =arms weaponry armament
gun guns firearm rifle pistol handgun shotgun
ammunition ammo munitions
withdraw withdrew withdrawn withdrawal pullout pull_out pulled_out pulling_out pull_back pulled_back
  pullback
deploy deployment deployed
retreat retreated
surrender surrendered capitulate capitulation lay_down_arms
conquer overrun overran
patrol patrolled patrolling
intercept interception intercepted
thwart thwarted foil foiled
repel repelled repulse repulsed
retaliate retaliation reprisal
threaten threat threatened
pirate pirates piracy brigand
hijack hijacker hijacking
arrest arrested detain detained detention detainee apprehend apprehended apprehension nab nabbed
  took_into_custody taken_into_custody take_into_custody
imprison imprisonment jail jailed incarcerate incarceration
release released releasing freed set_free
convict conviction convicted found_guilty
acquit acquittal acquitted found_not_guilty cleared_of
indict indictment indicted
sentence sentenced sentencing
plead pleaded pled
testify testimony testified
trial
lawsuit litigation
sue sued suing
appeal appealed
verdict
prosecute prosecution prosecutor prosecutors
lawyer attorney attorneys solicitor barrister
=judge magistrate
=court tribunal courtroom
prison penitentiary
prisoner inmate
extradite extradition
deport deportation deported
suspect suspects
police policeman policemen police_officer cop constable law_enforcement
investigate investigation investigator probe inquiry enquiry
search searched searching manhunt
robbery rob robbed robber heist hold-up
burglary burglar burgle
theft steal stole stolen thief thieves
smuggle smuggler smuggling trafficking
fraud defraud swindle
bribe bribery bribed kickback
corruption corrupt graft
rape raped rapist
torture tortured
loot looting looter looters pillage
vandalize vandalise vandalism
hack hacker hacking cyberattack cyber-attack
arson arsonist
=fined
ban banned prohibit prohibition prohibited outlaw outlawed forbid forbade forbidden
crime offence offense
criminal felon
quake earthquake earthquakes temblor tremor
aftershock aftershocks
epicenter epicentre
magnitude
tsunami tidal_wave
flood flooding floods floodwater inundate inundation
hurricane typhoon cyclone
tornado twister
=storm =storms
blizzard snowstorm
drought
landslide mudslide
avalanche avalanches
volcano volcanic
erupt eruption erupted
wildfire bushfire forest_fire
blaze inferno =fire =fires
firefighter fireman firemen
famine starvation starve
disaster catastrophe calamity
damage damaged
destroy destroyed destroying destruction devastate devastation demolish demolition flatten flattened
collapse collapsed caved_in cave_in
debris rubble wreckage
shelter
relief humanitarian_aid
crash crashed
collide collision collided
derail derailment derailed
sink sank sunk
capsize capsized
drown drowned drowning
accident mishap
plane airplane aeroplane aircraft =jet airliner jetliner
helicopter chopper
pilot pilots
airport airfield
boat =ship vessel boats =ships vessels
ferry ferries
submarine =sub
warship frigate destroyer
=train locomotive
railway railroad
=car automobile =cars
truck lorry lorries
=bus minibus
bicycle bike
highway motorway freeway
road roadway
passenger passengers
motorist driver
pedestrian pedestrians
traffic_jam congestion
say said says tell told announce announced announcement announcing state_that declare declared declaration
claim claimed allege alleged allegation assert asserted
report reported reportedly
confirm confirmed confirmation corroborate
deny denied denial denies refute refuted
admit admitted admission acknowledge acknowledged concede conceded confess confession
accuse accused accusation
blame blamed
criticize criticise criticized criticised criticism denounce denounced condemn condemned condemnation
praise praised hail hailed laud lauded
warn warned warning
urge urged call_on called_on calling_on
demand demanded
apologize apologise apologized apologised apology
promise promised pledge pledged vow vowed
predict predicted prediction forecast forecasts
disclose disclosed disclosure reveal revealed revelation divulge
discuss discussed discussion =talks
negotiate negotiation negotiator
agree agreed agreement accord pact
treaty treaties
=deal
disagree disagreement dispute disputed
reject rejected rejection rebuff rebuffed turned_down turn_down spurn spurned
refuse refused refusal
accept accepted acceptance
approve approved approval endorse endorsed endorsement ratify ratified ratification
pass_law enact enacted enactment
veto vetoed
propose proposed proposal
=plan planned planning
decide decision decided
=order ordered
authorize authorise authorized authorised authorization authorisation permit permitted permission allow
  allowed
request requested
offer offered
oppose opposed opposition
support supported supporter
boycott boycotted
protest protested protester protesters protestor protestors demonstrate demonstration demonstrator
  demonstrators
rally rallies
riot riots rioting rioter rioters unrest
march_on marched marching marches
walkout walk-out work_stoppage industrial_action
union_member unionist
sanction sanctions embargo
election elections
vote voted voting ballot ballots
voter voters electorate
elect elected
win won winning winner victory victorious triumph
lose lost losing loser
defeat defeated defeats beat beaten
referendum plebiscite
candidate nominee contender
nominate nominated nomination
appoint appointed appointment
inaugurate inauguration inaugurated sworn_in swear_in swearing-in
resign resigned resignation step_down stepped_down stepping_down quit
dismiss dismissed dismissal sacked
oust ousted ouster overthrow overthrew overthrown topple toppled depose deposed
impeach impeachment impeached
succeed_as successor
president presidency presidential
minister ministers
lawmaker lawmakers legislator legislators parliamentarian
parliament legislature
congressman congresswoman congressmen
government administration
official officials
spokesman spokeswoman spokesperson
ambassador envoy
embassy consulate
politician politicians
leader leaders
monarch =king
bill_text legislation law laws statute
policy policies
budget budgets
tax taxes taxation levy
subsidy subsidies
tariff tariffs
reform reforms overhaul
border frontier
refugee refugees asylum_seeker asylum_seekers
migrant migrants immigrant immigrants
citizen citizens
civilian civilians
resident residents inhabitant inhabitants
independence secession secede
visit visited
summit
ceremony ceremonies
transfer transferred handover hand_over handed_over handing_over turn_over turned_over
begin began begun begins beginning start started starting commence commenced commencement launch launched
  get_under_way
end ended ending finish finished conclude concluded conclusion complete completed completion terminate
  termination
continue continued carry_on
suspend suspended suspension
halt halted stop stopped
delay delayed postpone postponed postponement
cancel cancelled canceled cancellation scrap scrapped call_off called_off
resume resumed resumption
return returned
arrive arrived arrival
depart departed departure
flee fled fleeing escape escaped
enter entered entry
send sent dispatch dispatched
carry_out carried_out perpetrate perpetrated
happen happened occur occurred take_place took_place taken_place taking_place
hit struck strike
cause caused trigger triggered
prevent prevented prevention
build built construct constructed construction building
repair repaired restore restored restoration rebuild rebuilt reconstruct reconstruction
install installed installation
remove removed removal
closed closes closing closure shut shut_down shutdown
reopen reopened reopening
block blocked blockade
rise rose risen rising =gained increase increased surge surged climb climbed soar soared jump jumped
fall fell fallen falling =declined decrease decreased drop dropped plunge plunged plummet plummeted slump
  slumped
  declining
exceed exceeded surpass surpassed
double doubled
halve halved
expand expanded expansion
shrink shrank shrunk contract_by contraction
strengthen strengthened
weaken weakened
improve improved improvement
worsen worsened deteriorate deterioration
accelerate accelerated
slow slowed slowdown
buy bought purchase purchased acquire acquired acquisition takeover take_over took_over
sell sold sale
merge merger merged
invest invested investment investor
company =firm corporation business
subsidiary subsidiaries
shareholder stockholder shareholders stockholders
share_price stock_price
=shares =stocks
profit profits earnings net_income
revenue revenues turnover
losses net_loss
bankruptcy bankrupt insolvency insolvent
layoff lay_off laid_off job_cuts redundancy redundancies
hire hired recruit recruited
employee employees worker workers staffer
employer employers
salary salaries wage wages
unemployed unemployment =jobless joblessness
chief_executive ceo
chairman chairwoman chairperson
manager managers
customer customers client clients
consumer consumers shopper shoppers
=price =prices
inflation
recession downturn
debt debts
loan loans lend lent
borrow borrowed
bailout bail_out rescue_package
donate donation donated donor
fund funding funded finance financed
spend spent spending
pay paid payment
cost
dividend dividends
export exported exports exporter
import imported imports importer
produce produced production =output
manufacture manufactured manufacturer manufacturing
factory plant_site
oil petroleum crude
gas_pipeline pipeline
nuclear atomic
electricity
blackout power_cut power_outage
=mine =mines mining
miner miners
farmer farmers
crop crops harvest
doctor physician doctors physicians
nurse nurses
=patient =patients
hospital clinic
disease illness sickness
infect infected infection
outbreak epidemic
pandemic
virus viral
vaccine vaccinate vaccination vaccinated immunize immunization jab
drug_medicine medicine medication
surgery operated_on surgical
cancer tumor tumour
diagnose diagnosis diagnosed
cure cured
recover recovered recovery
pregnant pregnancy
birth born gave_birth
abortion abortions
autopsy post-mortem
funeral burial
bury buried
mourn mourned mourning
smoker smoking smokers
obese obesity
quarantine quarantined
scientist scientists researcher researchers
=study studied
discover discovered discovery
satellite satellites
spacecraft spaceship
astronaut cosmonaut astronauts cosmonauts
planet planets
climate_change global_warming
emission emissions
pollute pollution polluted contamination contaminate contaminated
species
dinosaur dinosaurs
telescope telescopes
university
teacher teachers
student students pupil pupils
school schools
exam examination exams
graduate graduated graduation
child children kid kids youngster
baby infant
boy boys
girl girls
teenager teen teenagers teens adolescent
=man =men
woman =women
wife
husband
mother mom mum
father dad
parent parents
elderly
marry married marriage wedding
divorce divorced
=match fixture
championship
champion champions
tournament
=coach coached
player players
goalkeeper goalie
referee
=score scored
penalty_kick spot_kick
=fans spectators spectator
stadium arena
medal medals
olympic olympics
athlete athletes
retire retired retirement
injury_time stoppage_time
=film movie =films movies
actor actress
singer vocalist
=book
=author novelist
award prize
concert
museum museums
journalist journalists reporter reporters correspondent
newspaper daily_paper
television tv
broadcast broadcasted
photograph photo =picture photographs photos
internet =web online
website web_site
computer computers =pc
software
phone telephone cellphone mobile_phone
town
village villages
city
province
=house home =houses homes
apartment flat_unit
=bridge bridges
church churches
mosque mosques
capital_city
island isle islands
coast coastline shore
river rivers
mountain mountains
forest forests woodland
area region
neighborhood neighbourhood
equipment =gear
facility facilities
supplies =provisions
food foodstuff
seize seized seizure confiscate confiscated confiscation
occupy occupied occupation
control controlled
=guard guarded
protect protected protection
attempt attempted try tried
succeed succeeded success successful
fail failed failure unsuccessful
achieve achieved achievement accomplish accomplished
violate violated violation breach breached
comply complied compliance obey obeyed
guilty
innocent innocence
legal lawful
illegal unlawful
replace replaced replacement
reduce reduced reduction cut
raise raised raising
extend extended extension
shorten shortened
join joined
split
separate separated
open opened opening
unveil unveiled
publish published publication
sign signed signing
seek sought seeking
need needed
expect expected
believe believed
hope hoped
fear feared
welcome welcomed
honor honour honored honoured
celebrate celebrated celebration
anniversary
large big huge
small tiny
powerful strong
quick quickly rapid rapidly swift swiftly
rich wealthy
poor impoverished
dangerous hazardous
=missing disappeared disappear disappearance vanish vanished
alive
locate located
identify identified identification
link linked
involve involved involvement
help helped assist assisted assistance aid
rule ruled ruling
"""


@cache
def groups() -> tuple[tuple[str, ...], ...]:
    """The groups, each a tuple of entries as written above."""
    return tuple(tuple(line.split()) for line in _GROUPS.strip().replace("\n  ", " ").splitlines())
