"""How Portuguese-language press, of Brazil and of Portugal, says it. Plain data."""

from __future__ import annotations

from bot.model.claim import Kind
from bot.news.lexicon.languages.language import DateWords, Language, SeasonWords, patterns, rules_of

_RULES = {
    Kind.RENEWED: (
        r"\b(?:renova[m]?|renovou|renovará|renovad[ao]s?|renovação)\b",
        (r"\b(?:ganha[m]?|ganhou|ganhará|vai\s(?:ter|ganhar)|ter(?:á|ão)|encomenda|encomendou|prepara|garante|"
        r"garantiu|recebe|confirma[m]?|"
        r"confirmou|anuncia[m]?|anunciou|dá\sluz\sverde\s(?:a|para)|"
        r"(?:volta|voltará|retorna|retornará|regressa|regressará)m?\s(?:com|para))\s<gap>(?:{N}|{M})"),
        r"\b(?:confirmada|garantida|anunciada|oficial):?\s(?:a\s|uma\s)?(?:{N}|{M})(?=\sde\b)",
        r"(?:{N}|{M})<near>\b(?:confirmad[ao]|garantid[ao]|luz\sverde|encomendad[ao])\b",
    ),
    Kind.CANCELLED: (
        r"{S}<gap>\bcancelad[ao]s?\b",
        (r"\b(?:cancela[m]?|cancelou|cancelaram|encerra|encerrou)\s(?:oficialmente\s|a\s(?:série|comédia)\s|o\sdrama\s"
        r"|a\s|o\s){0,3}{S}"),
        r"{NET}\s(?:põe\sfim\sa|dá\sfim\sa)\s(?:série\s)?{S}",
        r"\bcancelamento\sd[eao]\s(?:série\s)?{S}",
        r"\b(?:a\s(?:série|produção|comédia)|o\sdrama)\s(?:foi|é|está)\scancelad[ao]\b",
        r"\bnão\s(?:renova|renovou|renovará|haverá|terá|ganhará|voltará\spara|vai\ster)\b<gap>(?:{S}|{N}|{M})",
    ),
    Kind.FINAL_SEASON: (
        (r"\b(?:renova|renovou|renovad[ao]|ganha|ganhará|terá|haverá|encomenda|confirma|anuncia|volta|voltará|retorna|"
        r"será|seria|despede)m?\b<gap>{F}"),
        (r"\b(?:terminará|acabará|termina|acaba|chega\sao\sfim|chegará\sao\sfim|será\sencerrad[ao]|encerrará|"
        r"vai\s(?:terminar|acabar))m?\s(?:em|com|na|após|a)\s<gap>{N}"),
        r"{F}<near>\b(?:confirmada|encomendada|garantida)\b",
        r"{N}<near>\b(?:será|é)\s(?:também\s)?a\súltima\b",
    ),
    Kind.FILM: (
        (r"\b(?:terá|termina|terminará|ganha|ganhar|ganhará|ter|volta|voltará|retorna|prepara|anuncia|confirma|"
        r"encomenda|encerra|"
        r"encerrará|produz)m?\b<gap>\b(?:filme|longa-metragem|especial\sde\snatal)\b"),
        r"\bfilme\sd[eao]\s(?:série\s)?{S}<gap>\b(?:confirmado|oficial|anunciado)\b",
    ),
    Kind.FILMING_START: (
        (r"\b(?:começa|começam|começou|começaram|inicia|iniciam|iniciou|iniciaram|começará|começarão|arranca|arrancam|"
        r"arrancou|dá\sinício)\b<gap>\b(?:filmagens|gravações|gravação|rodagem|rodagens|filmar|gravar|produção)\b"),
        r"\b(?:filmagens|gravações|rodagem|rodagens)\b<gap>\b(?:começ\w+|inici\w+|arranc\w+|em\sandamento|em\scurso)\b",
        r"\bestá\s(?:a\s)?(?:filmando|gravando|filmar|gravar|rodar)\b",
    ),
    Kind.HALT: (
        (r"\b(?:suspende|suspendeu|paralisa|paralisou|interrompe|interrompeu|pausa|pausou)m?\b<gap>\b(?:filmagens|"
        r"gravações|produção|rodagem|exibição)\b"),
        (r"\b(?:filmagens|gravações|produção|rodagem|exibição)\b<gap>\b(?:suspens[ao]s?|paralisad[ao]s?|"
        r"interrompid[ao]s?|em\spausa|paradas?)\b"),
    ),
    Kind.DATE_MOVED: (
        r"\b(?:adia|adiam|adiou|adiad[ao]|antecipa|antecipou)\b(?:<gap>(?:\bestreia\b|{S}|{N}|{D}))?",
    ),
    Kind.TRAILER: (
        r"\b(?:trailer|teaser|prévia|primeiras\simagens|primeiro\svislumbre)\b",
    ),
    Kind.RELEASED: (
        r"\bjá\s(?:está|estão)?\s?(?:disponível|disponíveis|em\scartaz|n[ao]\s{NET}|chegou|chegaram|estreou)",
        r"\b(?:estreia|estreiam|chega|chegam|volta|voltam|disponível)\s(?:hoje|nesta\snoite|esta\snoite|desde\shoje)\b",
        r"\bacaba\sde\s(?:estrear|chegar)\b",
    ),
    Kind.SPIN_OFF: (
        (r"\b(?:spin-?off|prequela|prequel|sequência\sde|remake|série\sderivada|derivad[ao]|reboot|"
        r"versão\s(?:americana|brasileira|em\singlês))\b"),
    ),
    Kind.TALK: (
        (r"\b(?:fala|falam|falou|diz|dizem|disse|garante|explica|responde|revela|comenta|conta|afirma)\b<gap>"
        r"(?:\bfuturo\b|{N}|{M}|\bretorno\b|\bregresso\b|\bcontinuação\b)"),
        (r"\b(?:gostaria[m]?|adoraria[m]?|espera[m]?|quer|querem|sonha[m]?\scom|negocia[m]?|em\snegociações)\b<gap>"
        r"(?:{N}|{M}|\bvoltar\b|\bretorno\b|\brenovação\b)"),
        r"\bnão\s(?:há|tem|existem)\splanos\b",
        r"\b(?:pode|podem|poderia|poderá)\s(?:ter|voltar|regressar|retornar|ganhar|ser\sa\súltima)\b",
    ),
}  # fmt: skip

PORTUGUESE = Language(
    code="pt",
    words=frozenset(
        """
        o os as uma do da dos das na no nas nos com para por que sua seu mais já esta este temporada série terá
        renovada renova estreia data trailer segundo última nova e em a de se não é ao um foi será gravações
        filmagens sobre filme cancela cancelada diz ganha após temporadas duas três vai pela pelo começam
        fala criador possível depois foi adia adiada primeiro fim linha janeiro fevereiro maio junho
        julho setembro outubro dezembro até sem ou
        desde lança divulga teaser chega volta novo elenco suspensas
        """.split()  # noqa: SIM905 - words are read more easily than strings
    ),
    seasons=SeasonWords(
        noun=r"temporadas?",
        ordinals={
            "primeira": 1, "segunda": 2, "terceira": 3, "quarta": 4, "quinta": 5, "sexta": 6, "sétima": 7,
            "oitava": 8, "nona": 9, "décima": 10,
        },
        ordinal_end="",
        number_end="ª|a",
        joined=r"e\s(?:a\s)?",
        last=r"(?:última|ultima|derradeira)",
        last_after=r"(?:final|e\súltima|de\sdespedida)",
        more=r"(?:outra|uma\snova|nova|novas|mais\suma|mais\s(?:duas|três|2|3)|(?:duas|três|2|3)\snovas)",
        more_after=r"a\smais",
        part=r"(?:parte|volume)",
    ),
    dates=DateWords(
        before_month=r"em|neste|este|desde|para|a\spartir\sde",
        before_season=r"neste|este|nesta|esta|no|na|no\spróximo",
        early=r"no\s(?:início|começo|princípio)",
        mid=r"(?:em\smeados|a\smeio)",
        late=r"no\s(?:final|fim)",
        before_year="de",
        weekdays=(
            "segunda(?:-feira)?", "terça(?:-feira)?", "quarta(?:-feira)?", "quinta(?:-feira)?", "sexta(?:-feira)?",
            "sábado", "domingo",
        ),
        before_weekday=r"na|nesta|no|neste|esta|na\spróxima|no\spróximo",
        today="hoje|esta noite|nesta noite",
        tomorrow="amanhã",
        this_year="este ano|neste ano|ainda este ano",
        next_year="(?:n?o )?(?:próximo ano|ano que vem)",
    ),
    rules=rules_of("pt", _RULES),
    release=patterns(
        r"\b(?:estreia[m]?|estrear\w*|estreou|chega[m]?|chegar\w*|volta[m]?|voltar\w*|retorna\w*|regressa\w*|"
        r"disponíve(?:l|is)|a\spartir\sde|lança\w*|data(?:\sde\s(?:estreia|lançamento))?|exibid[ao])\b"
    ),
    filming=patterns(r"\b(?:filmagens|gravações|rodagem|filmar|gravar|rodagens)\b"),
    background=patterns(
        r"\b(?:no\sano\spassado|passado|há\s(?:um|dois|três|alguns)\s|anteriormente|havia\ssido|já\stinha|"
        r"tinha\ssido)\b"
    ),
    negated=patterns(r"\b(?:não|nem|sem|nunca|nega[m]?|negou|desmente[m]?|descarta[m]?)\b"),
    thought=patterns(
        r"\b(?:pode|podem|poderia[m]?|poderá|se|talvez|tomara|gostaria[m]?|espera[m]?|sonha[m]?|quer|querem)\b"
    ),
    rumour=patterns(
        r"\b(?:rumor\w*|boato\w*|segundo\s(?:fontes|insiders|rumores)|supostamente|alegadamente|ao\sque\sparece|"
        r"vazou|vazamento)\b"
    ),
    hearsay=patterns(r"\b(?:segundo|de\sacordo\scom|informa|apurou)\b"),
    official=patterns(
        r"\b(?:oficial(?:mente)?|confirma\w*|confirmou|anuncia\w*|anunciou)\b"
    ),
    noise=patterns(
        r"\b(?:crítica|resenha|resumo|recap|ranking|as\smelhores|os\smelhores|final\sexplicado|o\sque\sassistir|"
        r"onde\sassistir|quiz|curiosidades|tudo\so\sque\ssabemos)\b"
    ),
)  # fmt: skip
