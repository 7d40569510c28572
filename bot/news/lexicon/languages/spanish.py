"""How Spanish-language press says it. Plain data."""

from __future__ import annotations

from bot.model.claim import Kind
from bot.news.lexicon.languages.language import DateWords, Language, SeasonWords, patterns, rules_of

_RULES = {
    Kind.RENEWED: (
        r"\b(?:renueva[n]?|renovó|renovar(?:á|án)?|renovad[ao]s?|renovación|ha\srenovado)\b",
        (r"\b(?:tendr(?:á|án)|habrá|encarga[n]?|encargó|prepara[n]?|da(?:n)?\sluz\sverde\sa|dio\sluz\sverde\sa|aprueba|"
        r"(?:vuelve|volverá|regresa|regresará)n?\s(?:con|para|por)|confirma[n]?|confirmó|anuncia[n]?|anunció|"
        r"asegura|consigue|contará\scon)\s<gap>(?:{N}|{M})(?!\s?(?:es\s|será|ser(?:á|ía))?(?:la|el)?\s?últim)"),
        r"\b(?:confirmada|asegurada|anunciada|oficial):?\s(?:la\s|una\s)?(?:{N}|{M})(?=\sde\b)",
        r"(?:{N}|{M})<near>\b(?:confirmad[ao]|en\smarcha|luz\sverde|asegurad[ao])\b",
    ),
    Kind.CANCELLED: (
        r"{S}<gap>\b(?:cancelad[ao]s?)\b",
        (r"\b(?:cancela[n]?|canceló|cancelaron|ha\scancelado|fulmina|liquida)\s(?:oficialmente\s|definitivamente\s|a\s|"
        r"la\s(?:serie|ficción|comedia)\s|el\sdrama\s){0,3}{S}"),
        r"{NET}\s(?:pone\sfin\sa|se\sdespide\sde|dice\sadiós\sa)\s(?:la\sserie\s)?{S}",
        r"\bcancelación\sde\s(?:la\sserie\s)?{S}",
        r"\b(?:la\s(?:serie|ficción|comedia)|el\sdrama)\s(?:ha\ssido|fue|queda|es)\scancelad[ao]\b",
        (r"\bno\s(?:renovará|renueva|renovó|ha\srenovado|habrá|tendrá|seguirá\scon|contará\scon)\b(?!\splanes)"
        r"<gap>(?:{S}|{N}|\bla\sserie\b)"),
    ),
    Kind.FINAL_SEASON: (
        (r"\b(?:renueva|renovad[ao]|renovó|tendrá|habrá|encarga|confirma|anuncia|vuelve|volverá|regresa|regresará|"
        r"despedirá|despide|ser(?:á|ía))n?\b<gap>{F}"),
        (r"\b(?:terminará|acabará|concluirá|finalizará|se\sdespedirá|llegará\sa\ssu\sfin|pondrá\sfin|(?:dice|"
        r"dirá)\sadiós|llega\sa\ssu\sfin)n?\s"
        r"(?:en|con|tras|a)\s<gap>(?:{N})"),
        r"\b(?:terminará|acabará|concluirá|finalizará)n?\s(?:en|con|tras)\s<gap>{N}",
        r"{F}<near>\b(?:confirmada|encargada|en\smarcha)\b",
        r"{N}<near>\bserá\s(?:también\s)?la\súltima\b",
        r"\b(?:la\súltima)\sde\sla\sserie\b",
        r"{N}<near>\bpondrá\s(?:el\sbroche|punto|el\spunto)\s(?:y\s)?final\b",
    ),
    Kind.FILM: (
        (r"\b(?:tendrá|concluirá|terminará|acabará|regresa(?:rá)?|vuelve|volverá|prepara|anuncia|confirma|encarga|"
        r"produce|producirá|se\sdespide|se\sdespedirá)n?\b<gap>\b(?:película|filme|largometraje|"
        r"especial\sde\snavidad)\b"),
        r"\b(?:película|largometraje)\sde\s(?:la\sserie\s)?{S}<gap>\b(?:confirmad[ao]|en\smarcha|oficial)\b",
    ),
    Kind.FILMING_START: (
        (r"\b(?:comienza|empieza|arranca|inicia|comenzó|empezó|arrancó|inició|comenzará|empezará|arrancará|iniciará|"
        r"ha\s(?:comenzado|empezado|arrancado)|da\scomienzo)n?\b<gap>\b(?:rodaje|rodar(?:se)?|grabación|"
        r"grabaciones|grabar|"
        r"filmación|filmar)\b"),
        (r"\b(?:rodaje|grabaciones|grabación|filmación)\b<gap>\b(?:comienza|empieza|arranca|comenzó|empezó|arrancó|"
        r"comenzará|empezará|arrancará|en\smarcha|ha\s(?:comenzado|empezado|arrancado))n?\b"),
        r"\b(?:(?:rueda|graba|filma)n?\sya|ya\s(?:rueda|graba|filma)|está\s(?:rodando|grabando|filmando))n?\b",
    ),
    Kind.HALT: (
        (r"\b(?:suspende|paraliza|detiene|interrumpe|pausa|paraliz(?:ó|ado|ada)|suspendid[ao]|interrumpid[ao]|"
        r"detenid[ao]|suspendió|parad[ao])n?\b<gap>\b(?:rodaje|producción|grabación|grabaciones|filmación|emisión)\b"),
        (r"\b(?:rodaje|producción|grabación|grabaciones|filmación|emisión)\b<gap>\b(?:suspendid[ao]s?|paralizad[ao]s?|"
        r"interrumpid[ao]s?|detenid[ao]s?|en\spausa|se\s(?:suspende|paraliza|detiene|interrumpe|para))n?\b"),
    ),
    Kind.DATE_MOVED: (
        (r"\b(?:retrasa|aplaza|pospone|retrasad[ao]|aplazad[ao]|pospuest[ao]|adelanta)n?\b<gap>(?:\bestreno\b|"
        r"{S}|{N}|{D})"),
    ),
    Kind.TRAILER: (
        r"\b(?:tráiler|trailer|teaser|avance|adelanto|primeras\simágenes|primer\svistazo)\b(?!\sde\sla\sentrevista)",
    ),
    Kind.RELEASED: (
        r"\bya\s(?:está|están)?\s?(?:disponibles?|se\spuede[n]?\sver|en\s{NET}|puede[n]?\sverse)",
        r"\b(?:estrena|se\sestrena|llega|vuelve|regresa|aterriza|disponible)n?\s(?:hoy|esta\snoche|desde\shoy)\b",
        r"\b(?:acaba\sde\sestrenar|ha\sestrenado|ya\sha\sllegado)\b",
    ),
    Kind.SPIN_OFF: (
        (r"\b(?:spin-?off|precuela|secuela|remake|derivada|nueva\sserie\sderivada|reinicio|"
        r"versión\s(?:estadounidense|americana|española))\b"),
    ),
    Kind.TALK: (
        (r"\b(?:habla|hablan|habló|dice|dicen|dijo|asegura|explica|responde|desvela|revela|opina|cuenta|"
        r"confiesa|aclara)"
        r"\b<gap>(?:\bfuturo\b|{N}|{M}|\bregreso\b|\bcontinuación\b)"),
        (r"\b(?:le\sgustaría|nos\sgustaría|me\sgustaría|espera(?:mos|n)?|ojalá|quiere[n]?|sueña[n]?\scon|"
        r"negocia[n]?|en\s(?:conversaciones|negociaciones))\b<gap>(?:{N}|{M}|\bvolver\b|\bregreso\b|\brenovación\b)"),
        r"\bno\s(?:hay|tiene[n]?)\splanes\b",
        r"\b(?:podría|podrían)\s(?:tener|volver|regresar|haber|ser\sla\súltima)\b",
    ),
}  # fmt: skip

SPANISH = Language(
    code="es",
    words=frozenset(
        """
        el los las una del con para por que su sus más ya esta este temporada serie tendrá renueva estreno fecha
        tráiler según última nueva y en la de se no es al un ha será rodaje sobre película cancela cancelada
        temporadas tras ya renovada rumor da dará dirá adiós pone fin creador habla todo reparto primer así
        retrasa aplaza
        lunes martes jueves viernes enero febrero mayo junio octubre noviembre diciembre podría prepara
        estrena comienza sin ni llega o desde hasta nuevo lanza
        avance cancelar le
        """.split()  # noqa: SIM905 - words are read more easily than strings
    ),
    seasons=SeasonWords(
        noun=r"(?:temporadas?|entregas?)",
        ordinals={
            "primera": 1, "segunda": 2, "tercera": 3, "cuarta": 4, "quinta": 5, "sexta": 6, "séptima": 7, "septima": 7,
            "octava": 8, "novena": 9, "décima": 10,
        },
        ordinal_end="",
        number_end="ª|a",
        joined=r"(?:y|e)\s(?:la\s)?",
        last=r"(?:última|ultima)",
        last_after=r"(?:final|y\súltima|de\sdespedida)",
        more=r"(?:otra|una\snueva|nueva|nuevas|(?:dos|tres|2|3)(?:\snuevas)?)",
        more_after=r"más",
        part=r"(?:parte|volumen)",
    ),
    dates=DateWords(
        before_month=r"en|este|desde|para|a\spartir\sde",
        before_season=r"este|esta|en|la\spróxima|el\spróximo|en\sel",
        early=r"a\s(?:principios|comienzos|inicios)",
        mid=r"a\smediados",
        late=r"a\s(?:finales|fines)",
        before_year="de",
        weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
        before_weekday=r"el|este|el\spróximo",
        today="hoy|esta noche",
        tomorrow="este mañana",
        this_year="este año|este mismo año",
        next_year="(?:el )?(?:próximo año|año que viene)",
    ),
    rules=rules_of("es", _RULES),
    release=patterns(
        r"\b(?:estren\w+|llega\w*|lleg(?:an|ó)|vuelve[n]?|volver\w+|regres\w+|disponibles?|a\spartir\sdel?|aterriza\w*|"
        r"lanza\w*|debut\w*|emit\w+|se\spodrá\sver|fecha(?:\sde\sestreno)?)\b"
    ),
    filming=patterns(r"\b(?:rodaje|rodar\w*|grab\w+|filma\w+)\b"),
    background=patterns(
        r"\b(?:el\saño\spasado|el\spasado|hace\s(?:un|dos|tres|unos|varios)\s|anteriormente|en\sun\sprincipio|"
        r"fue\s(?:estrenada|renovada)\sen|había\ssido|ya\shabía)\b"
    ),
    negated=patterns(r"\b(?:no|ni|sin|nunca|tampoco|niega[n]?|desmiente[n]?|descarta[n]?)\b"),
    thought=patterns(
        r"\b(?:podría[n]?|si|quizá[s]?|tal\svez|ojalá|le\sgustaría|espera[n]?|sueña[n]?|quiere[n]?)\b"
    ),
    rumour=patterns(
        r"\b(?:rumor\w*|según\s(?:fuentes|insiders|los\srumores)|supuestamente|presuntamente|al\sparecer|"
        r"filtra\w*|se\sdice\sque)\b"
    ),
    hearsay=patterns(r"\b(?:según|informa|adelanta|ha\ssabido)\b"),
    official=patterns(
        r"\b(?:oficial(?:mente)?|confirma\w*|confirmó|anuncia\w*|anunció|ha\s(?:confirmado|anunciado))\b"
    ),
    noise=patterns(
        r"\b(?:crítica|reseña|resumen|recap|ranking|las\smejores|los\smejores|final\sexplicado|explicación\sdel\sfinal|"
        r"qué\sver|dónde\sver|quiz|test|curiosidades|todo\slo\sque\s(?:sabemos|debes))\b"
    ),
)  # fmt: skip
