"""Planted changes: what outlets do to a quote, and what only looks like it. All sentences are written for this test; persons and places are invented.

TOPICS: (statement, the same retold by hand, another statement of the same speaker on the same topic, somebody else's answer in the same key words)
"""
import itertools
import re

TOPICS = [
    ("We will reopen the border crossing at Sela on the first of June, and no ferry company will be asked to pay for the new customs hall.",
     "the Sela border crossing would reopen at the start of June without ferry companies paying for the customs hall",
     "The border crossing at Sela was closed because the old hall had become a danger to everyone who worked there.",
     "If the border crossing at Sela reopens, it will be the ferry passengers who pay with longer queues."),
    ("This hospital treated eleven thousand patients last winter with half of the nurses it needs, and that cannot happen again.",
     "last winter the hospital had to treat 11,000 patients with only half the nurses it needed",
     "Every nurse in this hospital deserves a contract that lasts longer than one winter.",
     "Patients were never turned away, and the hospital had as many nurses as the year before."),
    ("The dam was inspected twice this spring, and both reports told the council that the northern wall is leaking.",
     "two inspections of the dam in spring had warned the council of leaks in the northern wall",
     "Nobody in the council wanted to read a report about the dam before the election.",
     "The dam is safe, and the council has never seen a report about a leaking wall."),
    ("I have asked the prosecutor to look at every payment that the harbour authority made to consultants since 2015.",
     "the prosecutor had been asked to examine all payments by the harbour authority to consultants since 2015",
     "The harbour authority must publish the names of its consultants by the end of the month.",
     "No payment to a consultant was ever made without the approval of the harbour authority's board."),
    ("Our farmers lost a third of the wheat harvest to drought, and they will need seed for the autumn before they need speeches.",
     "farmers who lost one third of their wheat harvest in the drought needed seed for autumn rather than speeches",
     "Drought is no longer an exception in this valley, and farmers know it better than ministers do.",
     "The wheat harvest is smaller than we hoped, but farmers will get seed and credit before autumn."),
    ("The two governments agreed to exchange prisoners before the end of the month and to leave the question of the islands aside.",
     "both governments would exchange prisoners by the end of the month while leaving the islands question aside",
     "The question of the islands will be settled by the two governments and by nobody else.",
     "An exchange of prisoners is welcome, but no government can leave the islands aside for ever."),
    ("A school bus that is thirty years old has no business carrying sixty children over a mountain pass in January.",
     "school buses thirty years old should not carry sixty children across a mountain pass in winter",
     "I drove that school bus for nine years and I would not let my own children ride in it today.",
     "Every school bus passed its test in January, whatever its age, and children are safe in it."),
    ("We found traces of lead in the drinking water of four districts, at levels that are eight times above the limit.",
     "lead had been found in drinking water in four districts at eight times the limit",
     "Boiling does not take lead out of drinking water, so families should use the bottles we hand out.",
     "The drinking water of all districts meets the limit, and talk of lead only spreads fear."),
    ("My party will not enter any coalition that raises the retirement age above sixty-five, not now and not in four years.",
     "the party would reject a coalition raising the retirement age beyond sixty-five, now or in four years",
     "People who carried bricks for forty years should not have to wait for their pension until they break.",
     "A coalition that promises never to raise the retirement age promises what no budget can pay."),
    ("The airline cancelled two hundred flights in three days because it had sold tickets for crews that it did not have.",
     "two hundred flights were cancelled within three days since the airline had sold tickets without having the crews",
     "Passengers will get their money back within a week, whatever the airline wrote in its tickets.",
     "Our crews worked through three days of storms, and most flights of the airline left on time."),
    ("Half of the forest that burned in August was planted in straight rows of pine, which is the best fuel you can grow.",
     "half the forest burned in August consisted of pine planted in rows, the best fuel one can grow",
     "We should let oak and ash come back by themselves instead of planting pine after every fire.",
     "The fire in August was laid by people, and no pine ever lit a match."),
    ("The central bank will keep interest rates where they are until inflation has stayed below three per cent for two quarters.",
     "interest rates would stay unchanged until inflation had remained under three per cent for two quarters",
     "Inflation is a tax on those who have nothing to sell, and the central bank will not forget them.",
     "By keeping interest rates high the central bank fights an inflation that ended two quarters ago."),
    ("Ten of the seventeen miners were brought up alive this morning, and we can hear knocking from the gallery below.",
     "ten of seventeen miners had been rescued alive in the morning and knocking could be heard from a lower gallery",
     "The company told the miners on Friday that the gallery had been checked, and it had not.",
     "All seventeen miners had been trained for this, and the gallery was checked every week."),
    ("Teachers in this city earn less than the drivers who bring them to work, and then we wonder why the classrooms are empty.",
     "city teachers were earning less than drivers, which explained the empty classrooms",
     "I will not open another school in this city before the ones we have are fully staffed.",
     "Teachers earn more in this city than anywhere in the country, and drivers work longer hours."),
    ("The satellite sent its last signal at four in the morning, after eleven years in an orbit for which it was built to last three.",
     "after eleven years in an orbit meant to last three, the satellite had sent a last signal at four in the morning",
     "Losing a satellite feels like losing a colleague who never once complained.",
     "A satellite that nobody can steer is a danger to every other orbit, and its owners knew it for years."),
    ("We offered the dockworkers nine per cent over two years and a guarantee that no crane will run without a human operator.",
     "dockworkers had been offered a nine per cent rise over two years and a guarantee of human operators for cranes",
     "Talks with the dockworkers were hard, but nobody left the table and nobody raised a voice.",
     "Nine per cent over two years is less than prices rose, and a guarantee for cranes feeds no dockworker."),
    ("The museum will return forty bronze figures that were taken from the palace in 1897 and has asked for nothing in exchange.",
     "forty bronze figures taken from the palace in 1897 would be returned by the museum without anything in exchange",
     "A museum that knows how a thing was taken cannot show it as if it had been given.",
     "Bronze figures are safer in a museum that has guarded them since 1897 than in any palace."),
    ("Our pilots saw two fishing boats on fire and a third without a name that was leaving the area at high speed.",
     "pilots had seen two burning fishing boats and a nameless third one leaving at speed",
     "We will keep our pilots over the fishing grounds until every crew is accounted for.",
     "There were no pilots near the fishing grounds that day, and no boat of ours was on fire."),
    ("Under this law a tenant can be evicted within nine days for a debt that is smaller than the fee of the court.",
     "the law allowed tenants to be evicted inside nine days over debts smaller than the court fee",
     "I have sat in that court and watched tenants lose their homes in four minutes each.",
     "The law protects landlords and tenants alike, and no court evicts anybody for a small debt."),
    ("The vaccine reached every village along the river except the three that can only be reached by boat when the water is high.",
     "every river village but three reachable only by boat at high water had received the vaccine",
     "Without the women who carried the cold boxes no vaccine would have come to this river at all.",
     "Many villages along the river were promised a vaccine that no boat ever brought."),
    ("I resign because I was asked to sign figures that I knew to be false, and because I nearly did.",
     "the resignation followed a request to sign figures known to be false",
     "A statistics office that is told which figures to find should be closed and not reformed.",
     "She resigned for reasons of health, and the figures she signed were correct."),
    ("The new railway line will bring the coast within two hours of the capital and will not touch a single vineyard.",
     "the railway line would put the coast two hours from the capital without touching any vineyard",
     "Every railway in this country was called impossible in the year before it was built.",
     "Whoever says that the railway line will touch no vineyard has never walked to the coast."),
    ("Nineteen companies bid for the lithium field, and the one that won had been founded eight days before.",
     "the winner among nineteen companies bidding for the lithium field had been founded eight days earlier",
     "Lithium will not make this province rich if the contracts stay secret.",
     "The lithium field went to the best of nineteen companies, by rules that all had accepted."),
    ("Our experts counted fewer than six hundred cranes in the delta this year, where there were four thousand a decade ago.",
     "fewer than six hundred cranes had been counted in the delta, down from four thousand a decade earlier",
     "If you drain the delta for maize you can keep the maize, but you will not keep the cranes.",
     "Experts count cranes in the wrong month, and a decade ago nobody counted the delta at all."),
    ("The president will address parliament on Thursday and will ask for a state of emergency in two provinces only.",
     "parliament would be asked by the president on Thursday to declare an emergency in two provinces",
     "An emergency that has no last day is not an emergency but a way of government.",
     "Parliament will not vote for a state of emergency that the president cannot explain."),
    ("We have evidence that the ballots of six polling stations were counted by candles and by one person alone.",
     "there was evidence that in six polling stations one person alone had counted ballots by candlelight",
     "We ask that all ballots be kept for ninety days and not for nine.",
     "Ballots were counted in the presence of observers in all polling stations, with electric light."),
    ("The bridge carried twice the weight it was built for, every day for twenty years, and the ministry was told in writing.",
     "for twenty years the bridge had borne double the weight it was built for, and the ministry had known in writing",
     "The ministry has fourteen thousand bridges and five engineers.",
     "A bridge that stood for twenty years was built well, and the ministry answered every letter in writing."),
    ("Two thirds of the refugees in the camp are younger than fifteen, and there is one school tent for all of them.",
     "two thirds of refugees in the camp were under fifteen and had a single school tent",
     "What the camp needs before the rains is gravel, and after that more gravel.",
     "The camp has a school, and refugees who are younger than fifteen get three meals a day."),
    ("Our champion trained on a borrowed bicycle until she was nineteen, and she still cleans the chain herself.",
     "until nineteen the champion had been training on a borrowed bicycle, whose chain she still cleaned",
     "She did not win because of the bicycle, she won because she went on when it rained.",
     "A champion with a borrowed bicycle makes a good story, but her club paid for everything."),
    ("The ceasefire has held for nine days along the whole front except near the mill, where both sides blame the fog.",
     "along the entire front the ceasefire had held nine days, other than near the mill, where fog was blamed",
     "A ceasefire is not peace, but it is the only road that leads there.",
     "There is no ceasefire for those who live near the mill and are shelled in the fog."),
    ("We will plant a million mangroves along the southern shore because a wall of concrete would be gone in ten years.",
     "a million mangroves were to be planted on the southern shore as concrete walls would not last ten years",
     "Fishermen told us where the mangroves used to grow, and we should have asked them sooner.",
     "A million mangroves will not stop the sea that took a wall of concrete from the southern shore."),
    ("The company knew in March that the brakes could fail and went on selling the model until October.",
     "the firm had known since March about possible brake failure yet kept selling the model until October",
     "We recall ninety thousand cars and we apologise to the families.",
     "The brakes of the model met every rule in March and they meet every rule in October."),
    ("Most of the stolen paintings were found in a barn behind the house of the man who had reported the theft.",
     "most stolen paintings had turned up in a barn behind the home of the man who reported the theft",
     "Paintings of this size do not leave a gallery through the front door at noon.",
     "My client reported the theft because he is honest, and anybody could use that barn."),
    ("The reactor was shut down by hand after the second pump stopped, and no radiation has left the building.",
     "operators had shut the reactor down by hand when a second pump stopped, with no radiation released",
     "We will not start the reactor again before the spring, and not without a third pump.",
     "Nobody outside the building can check whether radiation has left the reactor since the pump stopped."),
    ("Every euro that we spend on the tram saves us three on the roads, and that is before anyone breathes the air.",
     "each euro spent on the tram saved three on roads, not counting the air",
     "A tram that comes every twenty minutes is a museum on rails.",
     "Nobody can show me the roads on which a euro for the tram has saved us three."),
    ("The volcano threw ash eleven kilometres into the sky, and all flights to the island are suspended until Monday.",
     "ash from the volcano had risen eleven kilometres, suspending flights to the island until Monday",
     "People who live below the volcano should seal their windows and keep their cattle inside.",
     "Flights to the island could go on, since the ash of the volcano drifts away from it."),
    ("I never promised lower taxes for banks, I promised lower taxes for people who have a bank account with nothing in it.",
     "lower taxes had been promised not for banks but for people with empty bank accounts",
     "Banks were rescued twice in ten years and have not once said thank you.",
     "You promised lower taxes for everybody, and the banks were the first who got them."),
    ("The tribe was not consulted about the pipeline, although the treaty of 1868 says in plain words that it must be.",
     "there had been no consultation of the tribe on the pipeline, although the 1868 treaty plainly required it",
     "Our grandmothers drank from this river and our granddaughters will drink from it.",
     "The tribe was invited to nine meetings about the pipeline and sent nobody to eight of them."),
    ("We expect the storm to reach land near Port Anders around midnight, with winds of a hundred and eighty kilometres an hour.",
     "the storm should reach land close to Port Anders about midnight with winds of 180 kilometres an hour",
     "If you can still leave Port Anders, leave now and take your neighbour with you.",
     "The storm will pass south of Port Anders, and we expect no damage on land."),
    ("The film was shot in nineteen days with borrowed cameras, because the fund had told us that nobody wants to see shepherds.",
     "shooting took nineteen days on borrowed cameras after the fund had said nobody wanted to see shepherds",
     "A shepherd who watches the film will laugh in other places than a critic.",
     "The fund supports forty films a year, some of them about shepherds, and lends cameras too."),
    ("Parliament must decide before the summer whether conscription returns, for the barracks cannot be built in a single year.",
     "a decision on conscription was due in parliament before summer because barracks took longer than one year to build",
     "I would rather have ten thousand volunteers than thirty thousand who count the days.",
     "Conscription will not return, and no barracks will be built, whatever parliament decides before the summer."),
    ("The study followed forty thousand women for twelve years and found no link between the pill and depression.",
     "a study of forty thousand women over twelve years had found no link of the pill with depression",
     "Women were told for decades that what they felt was in their heads.",
     "The study asked women once a year, and depression does not wait for a questionnaire about the pill."),
    ("The smugglers charged four thousand dollars a head and gave out life jackets that were filled with packing paper.",
     "smugglers had demanded four thousand dollars each and handed out life jackets stuffed with packing paper",
     "We arrested the smugglers, but those who sold them the boats sit in an office.",
     "The life jackets were found on another beach, and no one has named the smugglers."),
    ("Our newspaper will close its printing house in November and keep all of its eighty reporters.",
     "the newspaper's printing house would close in November while all eighty reporters stayed",
     "Paper was never the point of a newspaper, although I will miss the noise of the night shift.",
     "When a newspaper closes its printing house it is only a question of time for its reporters."),
    ("The well ran dry in May, and since then the women walk seven kilometres to fetch water from the next one.",
     "women had been walking seven kilometres for water ever since the well ran dry in May",
     "A pump costs less than the car of the official who came to look at the well.",
     "No village is more than three kilometres from a well with water, not even in May."),
    ("The tax on sugar cut sales of lemonade by a fifth in its first year and paid for four hundred dentists.",
     "in its first year the sugar tax had lowered lemonade sales by a fifth and financed four hundred dentists",
     "We do not want to forbid lemonade, we want it to tell the truth about itself.",
     "Sales of lemonade fell because the summer was cold, and the sugar tax paid for no dentists."),
    ("The referee stopped the match in the seventieth minute after flares had been thrown at the goalkeeper for the third time.",
     "flares thrown at the goalkeeper a third time had led the referee to stop the match in the seventieth minute",
     "I have refereed four hundred matches and have never been so glad to hear my own whistle.",
     "The match should have gone on, since the flares fell far from the goalkeeper."),
    ("A glacier that lost nine metres in one summer will not be there when the children we brought up here are grown.",
     "having lost nine metres in a single summer, the glacier would vanish before those children were grown",
     "We read a plaque for the glacier today, which is a strange thing to do for ice.",
     "The glacier loses metres in summer and gains them in winter, as it did when we were children."),
    ("We ask the court to declare that the mayor broke the law when he rented the castle to his brother for one crown a year.",
     "the court was asked to find the mayor in breach of law for renting the castle to his brother at one crown per year",
     "The mayor still has not shown us the contract for the castle.",
     "The mayor saved the castle from ruin, and one crown a year was more than anybody else offered."),
    ("Our laboratory grew the first cornea from a patient's own cells and has given her back the sight of her left eye.",
     "a cornea grown from the patient's own cells had restored the sight of her left eye, a first for the laboratory",
     "The patient asked us for one thing, which was to see the sea again before it is cold.",
     "Other laboratories have grown a cornea from cells, and we wait to see how long the sight lasts."),
]

SYNONYMS = dict(reopen='open again', asked='requested', treated='cared for', told='informed', look='glance', lost='forfeited', agreed='consented', exchange='swap', carrying='transporting', found='discovered', raises='lifts', cancelled='scrapped', sold='marketed', burned='went up in flames',
    keep='hold', brought='carried', earn='make', sent='transmitted', offered='proposed', guarantee='assurance', **{'return': 'give back'}, taken='removed', saw='spotted', leaving='quitting', evicted='thrown out', debt='liability', reached='got to', village='hamlet', resign='step down', false='untrue', bring='take',
    companies='firms', company='firm', counted='tallied', address='speak to', ask='request', evidence='proof', carried='bore', built='constructed', younger='less old', trained='practised', held='lasted', blame='fault', plant='grow', shore='coast', knew='was aware', selling='vending', stolen='pilfered',
    house='home', stopped='halted', spend='lay out', saves='spares', threw='hurled', suspended='halted', promised='pledged', consulted='heard', expect='foresee', reach='hit', shot='filmed', decide='determine', returns='comes back', followed='tracked', link='connection', charged='demanded', close='shut',
    walk='go', fetch='get', cut='lowered', thrown='hurled', declare='rule', rented='let', grew='raised', given='handed', children='kids', big='large', new='fresh', whole='entire', plain='clear', safe='secure', first='initial', last='final')
FUNCTION = [(r'\bwill not\b', "won't"), (r'\bcannot\b', 'can not'), (r'\bwill\b', 'shall'), (r'\bhas been\b', 'was'), (r'\bhad been\b', 'was'), (r'\bhave\b', 'did have'), (r'\bbefore the\b', 'ahead of the'), (r'\bat\b', 'in'), (r'\bon the\b', 'upon the'), (r'\bthat\b', 'which'),
    (r'\bbecause\b', 'since'), (r'\band no\b', 'with no'), (r'\bwas\b', 'had been'), (r'\bare\b', 'have been'), (r'\bwe\b', 'they'), (r'\bWe\b', 'They'), (r'\bOur\b', 'Their'), (r'\bI\b', 'he'), (r'\bof the\b', "of these")]

def punctuation(s): return s.replace(',', ' —').rstrip('.')+'!'
def words(s): return s.split()
def trimmed_end(s): return ' '.join(words(s)[:max(9, len(words(s))*11//20)]).rstrip(',')
def trimmed_start(s): return ' '.join(words(s)[-max(9, len(words(s))//2):])
def dropped_inside(s): w = words(s); return ' '.join(w[:len(w)*2//5]+w[len(w)*3//5:])
def merged(s, other): return f'{s} {other}'
def function_words(s):
    for a,b in FUNCTION: s = re.sub(a, b, s)
    return s
def synonyms(s):
    "Swap what the table knows, at most one word in six"
    left,out = len(words(s))//6, []
    for w in words(s):
        bare = w.strip(',.')
        if left and bare in SYNONYMS: w,left = w.replace(bare, SYNONYMS[bare]), left-1
        out.append(w)
    return ' '.join(out)
def marked(retold, s):
    "The hand-made retelling with three words that it shares with the statement in quotation marks"
    w,low = words(retold), ' '.join(re.findall(r'\w+', s.lower()))
    i = next((i for i in range(len(w)-2) if ' '.join(re.findall(r'\w+', ' '.join(w[i:i+3]).lower())) in low), 0)
    return ' '.join([*w[:i], '“'+' '.join(w[i:i+3])+'”', *w[i+3:]])

def planted():
    "(kind, statement, changed) for every topic"
    for i,(s,retold,other,_) in enumerate(TOPICS):
        yield 'punctuation', i, s, punctuation(s)
        yield 'trimmed end', i, s, trimmed_end(s)
        yield 'trimmed start', i, s, trimmed_start(s)
        yield 'dropped inside', i, s, dropped_inside(s)
        yield 'synonyms', i, s, synonyms(s)
        yield 'function words', i, s, function_words(s)
        yield 'merged', i, s, merged(s, other)
        yield 'paraphrase', i, s, retold
        yield 'marked paraphrase', i, s, marked(retold, s)

PHRASES = ["we stand shoulder to shoulder with our friends and allies", "we are committed to keeping all lines of communication open", "the safety of our citizens is our highest priority", "we had a candid and constructive exchange of views",
    "we do not comment on ongoing investigations", "all options remain on the table", "our thoughts and prayers are with the victims and their families", "we will leave no stone unturned", "there is still a long way to go", "we will continue to monitor the situation closely"]
HOSTS = ["After the talks in {a} about fishing rights, {p}.", "On the flooding of the lower town: {p}, and the pumps run day and night.", "{P}, as the delegation from {b} heard yesterday over the price of gas.", "When the factory in {a} closes in winter, {p}.", "{P}. The parade in {b} will be held without horses."]
PLACES = [('Ordano', 'Velsk'), ('Marrin', 'Tolby'), ('Kesh', 'Port Lowe'), ('Ansel', 'Brive'), ('Dorran', 'Ulmo'), ('Iska', 'Perrin'), ('Halle Bay', 'Quent'), ('Sorrel', 'Nive'), ('Tamar', 'Oder Point'), ('Wexley', 'Zand')]
FRAMES = ["We will send {n} {who} to {place} to help with the {what}.", "The government has set aside {n} million for {who} in {place} after the {what}.", "There were {n} {who} in {place} when the {what} began."]
FILLS = [('five', 'pilots', 'Dorran', 'airlift'), ('three hundred', 'engineers', 'Ordano', 'bridge'), ('forty', 'doctors', 'Velsk', 'clinic'), ('nine', 'divers', 'Marrin', 'wreck'), ('two thousand', 'soldiers', 'Tolby', 'evacuation'), ('sixteen', 'judges', 'Kesh', 'trials'), ('seventy', 'teachers', 'Brive', 'summer school')]

def hard():
    "(kind, speaker, text, other speaker, other text, days between): what must stay apart"
    for i,(s,retold,other,answer) in enumerate(TOPICS):
        yield 'same topic', f's{i}', s, f's{i}', other, 1
        yield 'same topic, retold', f's{i}', retold, f's{i}', other, 0
        yield 'answer', f's{i}', s, f'o{i}', answer, 1
    for k,p in enumerate(PHRASES):
        said = [h.format(p=p, P=p[0].upper()+p[1:], a=PLACES[k][0], b=PLACES[k][1]) for h in HOSTS]
        for x,y in itertools.combinations(range(len(said)), 2): yield 'stock phrase', f'p{k}', said[x], f'p{k}', said[y], 5*abs(x-y)
    for k,f in enumerate(FRAMES):
        for x,y in itertools.combinations(FILLS, 2): yield 'same frame', f'f{k}', f.format(n=x[0], who=x[1], place=x[2], what=x[3]), f'f{k}', f.format(n=y[0], who=y[1], place=y[2], what=y[3]), 3
