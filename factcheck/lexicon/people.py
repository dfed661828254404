"""First names, titles and honorifics, as they stand before names in English news."""

from __future__ import annotations

from factcheck.lexicon.wordset import word_set

#: Common given names across regions; those that are as often an ordinary word, a month,
#: a place or a surname alone (Will, May, Paris, Jordan) are left out.
FIRST_NAMES = word_set(
    """
    bob bill bobby billy mitt newt rahm benazir pervez nawaz ehud tayyip bibi yanis cristiano zlatan
    serena venus usain lebron novak jens erna mette ursula mario giorgia rishi liz keir nancy hakeem
    ketanji aaron abdul abdullah abdel abel abigail abraham adam adrian adriana agnes ahmad ahmed aisha
    akira alan alain albert alberto alejandro aleksandr aleksei alessandro alex alexander alexandra
    alexandre alexei alexey alexis alfred alfredo ali alice alicia alison allan allen allison almazbek
    amanda amber amelia amina amir amit amy ana anastasia anatoly anders andre andrea andreas andrei
    andrej andres andrew andrey andy angela angelina angelo anil anita ann anna anne annette annie anthony
    antoine anton antonio antony antti anwar ariel arjun armando arnold arthur arturo arvind asha ashley
    ashok asif askar astrid aung austin ayman barack barbara barry bashar beatrice beatriz ben benedict
    benjamin benny bernard bernardo bernie beth betty beverly bilal boris brad bradley brandon brenda
    brett brian bruce bruno bryan caitlin calvin cameron camila carl carla carlo carlos carmen carol
    carolina caroline caroline carolyn carrie catherine cathy cecilia cesar charles charlie charlotte
    chloe chris christian christina christine christoph christophe christopher cindy claire clara claude
    claudia clive colin connor craig cristina cynthia cyril daisy damian dan daniel daniela daniele
    danielle danny daphne darren dave david dawn dean deborah debbie deepak denis dennis derek desmond
    diana diane didier diego dieter dilma dimitri dimitris dinesh dmitri dmitry dmytro dominic dominique
    donald donna dorothy doug douglas duncan dylan ed eddie edgar edith eduard eduardo edward edwin eileen
    elaine eleanor elena eli elias elijah elisabeth elizabeth ellen elliot emily emma emmanuel enrico
    enrique eric erica erik erin ernest ernesto esther ethan eugene eva evan evelyn evo fabio farah faisal
    fatima federico felipe felix fernando fidel fiona florence frances francesca francesco francis
    francisco franck francois frank franz fred frederic frederick friedrich gabriel gabriela gabriella
    gareth gary gavin gennady geoff geoffrey georg george georges gerald gerard gerhard gianni gilbert
    giorgio giovanni giulia giuseppe gladys glenn gloria gordon graham greg gregory guillaume guillermo
    gustavo hamid hamza hannah hans harold harriet harry hasan hashim hassan heather hector heidi heinz
    helen helena helmut henri henrik henry herbert herman hillary hilary hiroshi hosni howard hubert hugh
    hugo hussein ian ibrahim ignacio igor ilham ilya imran ingrid irene irina isaac isabel isabella ismail
    ivan ivana jack jackie jacob jacqueline jacques jaime jair jake jakob jamal james jamie jan jana jane
    janet janice jared jason javier jay jean jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica
    jessie jesus jill jim jimmy joachim joan joanna joanne joao joaquin joe joel johan johann johanna
    johannes john johnny jon jonathan jorge jose josef joseph joseph josh joshua juan judith judy juha
    julia julian juliana julie julien juliet julio justin kamal kamala karen karim karin karl karol kassym
    kate katharina katherine kathleen kathryn kathy katie katrina kay keith kelly ken kenji kenneth kerry
    kevin khalid khaled kim kirsten klaus kofi kristen kristin kristina krishna kumar kurt kyle lance lars
    larry laura lauren laurent lawrence leah lee leila lena leo leon leonard leonid leonardo leroy leslie
    lewis liam lila linda lisa liz lloyd lorenzo louis louise luc luca lucas lucia lucy luigi luis luiz
    lukas luke lydia lynn madeleine magdalena mahmoud malcolm malik manuel marc marcel marcelo marco
    marcos marcus margaret margarita maria mariam marie marina mario marion marjorie mark marko marta
    martha martin martina marvin mary massimo mateo matteo matthew matthias matthieu maurice mauricio max
    maxim maxime megan mehdi mehmet melanie melissa melinda mercedes michael michaela michel michele
    michelle miguel mihai mika mike mikhail milan milos miriam mitch mohamed mohammad mohammed mohammad
    monica monique muhammad mustafa nabil nadia nancy naomi narendra natalia natalie natasha nathan
    nathaniel neil nelson nicholas nick nicola nicolae nicolas nicole nigel nikita nikki nikola nikolai
    nikos nina noah nora norma norman nouri nursultan olaf oleg olga oliver olivia olivier omar oscar
    osama otto owen pablo pamela paolo pascal patricia patricio patrick patrik paul paula pauline paulo
    pedro peggy penny percy pete peter petra petro phil philip philippa philippe phillip pierre pietro
    piotr priya qasim rachel rafael rahul rajesh rajiv ralph ramon ramzan randy raphael rashid raul ravi
    ray raymond rebecca recep reinhard rene renee rex reza ricardo richard rick ricky rita rob robert
    roberta roberto robin rodney rodrigo roger roland rolf roman ron ronald rosa rosemary ross roy ruben
    rudolf rudy rupert russell ruth ryan saad sabine sadiq said saif salma salman salva salvador salvatore
    sam samantha samir samuel sandra sandy sanjay sara sarah scott sean sebastian sergei sergej sergey
    sergio seth shane shannon sharon shaun shawn sheila shinzo shirley silvia silvio simon simone sofia
    sonia sophia sophie stan stanislav stefan stefano steffen stella stephane stephanie stephen steve
    steven stewart stuart sue suleiman sunil suresh susan susanne susilo suzanne sven svetlana sylvia
    sylvie tamara tania tanya tara tariq tatiana tatyana taylor ted teresa terry theo theodore theresa
    thomas thorsten tiffany tim timothy tina tobias todd tom tomas tommy toni tony tracey tracy travis
    trevor tyler ulrich ursula usman valentina valentin valerie valery vanessa vasily vera veronica victor
    vicky vijay viktor viktoria vincent vincenzo vinod vitaly vivian vladimir volodymyr wajid walter wang
    wanda warren wayne wendy werner wesley wilfred wilhelm william willie winston wolfgang xavier yang
    yasser yasmin yevgeny yitzhak yoko yolanda yoshihide youssef yuri yulia yusuf yves yvonne zachary
    zainab zoe
    """
)

HONORIFICS = word_set(
    """
    mr mrs ms miss dr prof sir dame lord lady rev reverend madam mme sheikh ayatollah pope saint
    """
)

#: Words that name an office, a rank or a trade right before or after a person's name.
TITLE_WORDS = word_set(
    """
    president minister premier chancellor king queen prince princess emperor sultan emir pope bishop
    archbishop cardinal rabbi imam secretary general gen colonel col major maj captain capt lieutenant lt
    sergeant sgt corporal cpl private admiral adm marshal commander commandant brigadier commissioner
    commodore governor gov mayor senator sen representative rep congressman congresswoman congressperson
    councillor councilman councilwoman councilor lawmaker legislator deputy mp speaker leader chief
    chairman chairwoman chair chairperson ceo cfo coo director head manager founder cofounder owner
    spokesman spokeswoman spokesperson ambassador envoy consul judge justice prosecutor attorney lawyer
    solicitor sheriff constable detective inspector superintendent officer principal professor coach
    striker midfielder defender goalkeeper quarterback pitcher analyst economist strategist author actor
    actress singer director producer engineer pilot commentator correspondent reporter editor journalist
    treasurer whip chancellor ombudsman rector dean coordinator adviser advisor counsel official
    """
)

#: Words that may stand inside or before a title, never end one.
TITLE_MODIFIERS = word_set(
    """
    vice deputy assistant associate acting interim former ex prime foreign interior defence defense
    finance home health justice education transport agriculture trade energy environment labour labor
    chief executive managing senior junior first second lead head general national police fire army navy
    air military state united security council regional provincial district city county attorney co then
    outgoing incoming opposition majority minority house senate party press chief top veteran supreme
    grand crown
    """
)

#: Offices held by one person at a time: only these can be held by two names in conflict.
UNIQUE_TITLES = frozenset(
    """
    president|prime minister|premier|chancellor|king|queen|emperor|sultan|emir|pope
    secretary general|governor|mayor|chief executive|chief executive officer|ceo|cfo|coo
    chief financial officer|chief of staff|chairman|chairwoman|chair|commander
    foreign minister|defence minister|defense minister|finance minister|interior minister
    health minister|attorney general|secretary of state|police chief|sheriff|speaker
    managing director
    """.replace("\n", "|")
    .replace("  ", "")
    .split("|")
) - {""}
