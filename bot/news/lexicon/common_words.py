"""English words that are titles too: a title made only of them needs more proof than its letters. Knows no shows."""

from __future__ import annotations

RARE = frozenset(
    """
    absentia disenchantment entourage everwood fargo felicity glee gotham homecoming homeland justified landscapers
    leftovers motherland outlander parenthood poldark preacher reacher riverdale roswell sherlock southland spartacus
    stargate superstore treadstone treme unforgotten vikings wallander watchmen westworld workaholics
    """.split()  # noqa: SIM905 - words are read more easily than strings
)
"""Single words of them that a text about television hardly uses for anything else."""
COMMON = frozenset(
    """
    a able about above abroad absentia academy accident accused ace across act action acts adam after afterlife
    again age agency agent agents alaska alias alien alive all alone always america american among an ancient
    and angel angels animal animals another answer any anything apartment apollo archive are arrow art artist as
    asylum at atlanta attack avenue awake away baby back bad badge band bandit bank banner baron bat battle bay
    be beach bear beast beautiful beauty because becoming bed beef before beginning behind being belfast believe
    bell below berlin best better between beyond big billions bird birds birth bishop bit bite black blade blind
    block blonde blood bloodline blue blues board boardwalk boat bodies body bold bomb bone bones book border
    bored born boss boston both bottom bound box boy boys brain brave bread break breakers breaking breathe
    bride bridge briefcase bright bring britain broke broken brother brothers brown build builders building bull
    bullet burn burning bus business but by cafe call called camp can candy cape captain car card cards care
    career carnival carrier case cases castaway castle casualty cat catch cause chair champion chance change
    channel chaos chapter charge charm charmed chase chef chicago chief child children choice chosen christmas
    church circle circus city civil class classic clean clear clock close club coast code cold collateral
    college color come coming common community company condor confession conspiracy control cook cool cop copper
    corner corps country county couple course court cover cow cowboys crash crazy cream crime crimes criminal
    crisis critic cross crossing crossroads crowd crown cruel cruise cry cult cup cure curse cut daily dance
    dancing danger dark darkness dating daughter daughters day days dead deadly deal death debt deep defiance
    delicious delta demon department depot derby desert designated desperate destiny detective detour devil
    devils devs diamond diary die different dinner direct dirty disclosure discovery disenchantment divorce do
    doctor doctors dog dogs doll dollar domain done doom door double doubt down dragon dragons drama dream
    dreams dress drive driver drop drug drunk dude due duke dune dust duty dynasty each eagle early ears earth
    east easy eat echo eclipse edge education eight either electric elementary elite elsewhere emerald emergency
    emperor empire empty encounter end endgame ending enemy engine england english enough entourage episode
    episodes equal escape essex eternal euphoria europe even ever everwood every everybody everyone everything
    evidence evil exit expanse expats expecting expert express extant extra extras eye eyes face fact faith fall
    fallen falling fallout fame families family famous fan far fargo farm fast fate father fear feel felicity
    few field fight fighter files film final finale find fire firefly firm first fish fisk five fix flag flash
    fleet flesh flight floor flower fly fog follow following food fool foot for force forest forever forget
    forgotten fortune forward foundation four fox fraud free freedom french fresh friday friend friends fringe
    from frontier frost full fun funny fury future gallery game games gang garden gate gay general generation
    genius gentleman gentlemen get ghost ghosted ghosts giant gift girl girlfriend girlfriends girls give glass
    glee glory glow go god gods gold golden gone good goodbye gossip gotham grace grand grave gray great greek
    green grey grid grim ground group growing guard guardian guest guild guilt guilty gun guns guy guys hack
    hacks half hall halo hand handmaid hands hang happiness happy harbor harbour hard haunted haven hawk he head
    headline health heart hearts heat heaven heir heist hell hello help her here heritage hero heroes hidden
    high highway hill hills him his history hit hold hole home homecoming homeland homes honest honey honor
    honour hood hook hope horizon horror horse horses hospital hotel hotline hour hours house houses how human
    humans hundred hung hunt hunted hunter hunters hunting husband hustle i ice idol if ill imposters impulse in
    industry inferno informer inhuman innocence innocent insecure inside inspector instinct intelligence
    intergalactic into intruders invasion invincible invisible is island islands it its jack jail jam jet jewel
    job joe jones journal journey joy judge jump jungle junior jury just justice justified keep keeper key kid
    kids kill killer killers killing kin kind king kingdom kingdoms kings kiss kitchen knife knight knights know
    known lab ladies lady lake land landscapers lane lantern large last late later law lawyer lead leader league
    learning leave left leftovers legacy legend legends legion lessons let letter letters level liar liars
    liberty lie lies life light lightning lights like limit limitless limits line lines lion list listen little
    live lives living local locked london lone long look looking loose lord loss lost lot louder love loved
    lover lovers loving low lucifer luck lucky lumber machine mad made madness magic magnum maid maids major
    make maker male man management manhattan manhunt manifest mansion many map march mark market marriage
    married mars mask masked massacre master masters match matter maybe mayor me mean media medical medium meet
    men mercy merlin merry mess messiah messy miami middle midnight midwife might mighty mile military million
    mind minds mine mini minor minute miracle mirror miss missing mission mistress model modern mom moment
    monday money monk monster monsters month moon more morning most mother motherland mothers mountain mouse
    move movie mr mrs much murder murders music must my mysteries mysterious mystery naked name named nation
    national nature navy near neighbors neighbours network never new news newsroom next nice night nights nine
    no nobody noir normal north northern not nothing november now nowhere number nurse nurses obsession ocean of
    off office officer old older omen omens on once one only open opera orange orchard order ordinary origin
    original orphan oslo other others our out outcast outlander outlaw outlaws outside outsider oval over
    overboard own oz pacific pack page pain palace pan panic paper papers paradise paranoid parent parenthood
    parents paris park parks part partner partners party passage passing past path patient patriot pay peace
    peak pen penguin people perfect perfume person personal phoenix picket piece pilot pine pink pipeline pirate
    pit place plan planet play player playground please plot plus point poker poldark police polite politician
    poor pope porter portrait pose possession post posts power powers practice preacher presence president press
    pretty prey price pride priest prime prince princess prison privacy private pro prodigal producer
    professional profit project promise promised proof prophet protector proud public pulse pumpkin punisher
    pure purple quarry quarter queen queens quest question quick quiet race racing radio rage rain raised ramy
    random ransom rap raven raw ray reacher ready real reality really reasons rebel rebels reboot reckoning
    recovery red redemption reign related remains remember remote renegade rescue resident resort rest restless
    return reunion revenge revolution rich ride right righteous ring riot rise rising ritual rivals river
    riverdale road roads robin rock rocket rogue roll romance room rooms root roots rose rosewood rough
    roundhouse royal royals ruby rule rules run runaways running russian sabotage sacred safe saint saints sale
    salem salt same sanctuary sand saturday savage save say scandal scarlet school science scorpion scream
    screen scrubs sea seal search season second secret secrets see seed self sell sense sentence series servant
    seven severance sex shade shadow shadows shame shameless shape shark sharp she shelter sheriff sherlock
    shield shift shine shining ship ships shock shoes shooter shooting shop shore short shot show shrill
    shrinking shut sick side sign signal silence silent silicon silk silo silver simple sin since single sinner
    sins sir sirens sister sisters six skin skins skull sky slave sleep sleepy slow small smash smile smoke
    sneaky snow so social society soldier solo some someone something son songs sons soon sophie soul souls
    sound south southern southland space spartacus speak special speed spies spin spiral spirit split spring spy
    squad staged stalker stand star stargate starling stars start starting state station status stay steel step
    still stolen stone stop store storm story storybook strange stranger strangers street strike strip strong
    stuck student studio study sub success succession such sugar suits summer sun sunday sunny sunset super
    superior supernatural superstore surface surgeon surreal survival survivor suspect suspects sweet swim
    switch sword system table taboo take taken tale tales talk tall target taste taxi teacher teachers team
    tears teen tell temple temptation ten terminal terra terror test that the their them then there these they
    thick thing things think third thirteen thirty this those thousand thread three through thunder thursday
    tide ties tiger time times tin tiny tires to today together tomorrow tonight too top torch total touch
    touched tough tower town toxic traces track trade tragedy trail train traitor traitors transparent trap
    trauma travel travelers treadstone treason treasure treme trial tribe trick trip triumph trouble truck true
    trust truth try tuesday tulsa turn turned twelve twenty twilight twin twins twist twisted two tyrant ugly
    ultimate ultraviolet unbelievable uncle under undercover underground undone unfaithful unforgettable
    unforgotten union unit united universe unknown unnatural unorthodox unreal untamed until up upload upright
    upstart us utopia valley vampire vanished vegas veil venom vice victor victoria victory view vigil vikings
    villa village vinyl virgin virtue vision visitor voice voyage wait waiting wake walk walker walking wall
    wallander walls want wanted war ward warehouse warrior warriors wars was watch watcher watchers watchmen
    water way we weapon weather web wedding wednesday weeds week weekend weird welcome well went west western
    westworld what wheel when where which whiskey whisper white who why wicked wife wild will willow wind window
    wings winner winning winter wire wisdom wise witch witcher witches with without witness wives wolf wolves
    woman women wonder wonders wood word words work workaholics working world worst worth would wreck wrong year
    years yellow yes yesterday yet you young your youth zero zone zoo
    """.split()  # noqa: SIM905 - words are read more easily than strings
)
