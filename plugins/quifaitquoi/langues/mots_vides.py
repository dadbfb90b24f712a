"""Words that say nothing of what is looked for: what people type around it, « je cherche », « ce soir », « where is ».

« Sans » is none of them: « sans papiers » says a lot. They are compared without accents; a word cut at its apostrophe is two.
"""

from __future__ import annotations

from quifaitquoi.langues import Langue

SOURCE = "fr"
MOTS_VIDES = {
    "fr": """
        a ai aie aimerais ainsi alors apres as assez au aujourd aujourdhui aupres aussi autre aux avant avec avez avoir
        avons bah beaucoup besoin bien bonjour bonsoir c ca car ce cela ces cet cette chercher cherche cherchons chez comme
        comment d dans de demain depuis des dire dis dois doit du elle elles en encore endroit est et etais etait etes etre
        eux existe faire fais fait faudrait faut hier hui ici il ils j je jusque l la le les leur leurs lieu lui m ma maintenant
        mais me mes merci mettre moi moins mon n ne ni nos notre nous nulle obtenir on ont ou par parce part pas pendant peu
        peut peux plait plus possible pour pourrais pourrait pouvez pouvoir pres puis puisse qu quand quelqu que quel quelle
        quelles quels quelque quelques qui quoi recevoir recherche rien s sa se ses si sil soir sois soit son
        sont sous stp suis sur svp t ta te tes toi ton tous tout toute toutes tres trop trouve trouver tu un une urgent vais
        va vers veut veux voila voudrais voulais vos votre vous y ya
        cest chui chuis jai jcherche jdois jpeux jsuis jvais jveux keske
    """,
    "en": """
        a about all am an and any are as at away be because been but by can cannot could did do does doesn don find
        for from get getting give go going got had has have he hello help her here hi him his how i if in into is it just
        know like ll looking m make me might moment more much must my near need needs not now of off on one or our out
        over place please re s see she should so some somebody someone somewhere t take tell thank thanks that the their
        them there they this to today tomorrow tonight too us ve very want was we what when where which who why will with
        would you your
    """,
    "ar": """
        أنا انا أريد اريد بدي أحتاج احتاج محتاج محتاجة أبحث ابحث عن أين اين وين في من إلى الى على مع هل ما ماذا متى كيف كم
        هذا هذه هذي ذلك هناك هنا أن ان إن لا  لم لن قد لقد كان كنت هو هي هم نحن أنت انت عندي عند لدي لي له لها
        لنا يوجد توجد الآن الان اليوم الليلة غدا غداً جدا و أو او ثم لكن كل بعض أي اي يمكن يمكنني أستطيع استطيع ممكن مكان يا
        لو سمحت سمحتم شكرا مرحبا أجد اجد أجل اجل التي الذي
    """,
}

# What says when, and may be in the name of a need too: « un médecin ce soir » wants a doctor, best one who is there in the evening.
MOMENTS = {
    "fr": "soir soiree nuit matin dimanche samedi week end weekend ferie",
    "en": "evening night nights morning sunday saturday weekend weekends",
    "ar": "مساء المساء ليل ليلا صباح صباحا الأحد السبت",
}

# What turns one word into a danger: « ne respire plus », « on me suit », « à la rue ». A phrase that speaks of danger and of which
# one word would be left is found only where these were typed too; those of one group stand for each other.
PESANTS = {
    "fr": "pas plus jamais rien|me m moi se s|mon ma mes|faire fait fais|veut veux|a au avec|en|dans|chez|trop|soir|nulle|vers|lui|"
          "les",
    "en": "not no never t cannot|me us|my|in|on|out|to|place|tonight|away|want|all|help|with|has had|someone somebody",
    "ar": "لا لم لن ما|أريد اريد بدي|في|أين اين وين|الليلة|أستطيع استطيع|أنا انا",
}

# What a number before it counts: « j'ai 18 ans » and « 17 rue des Écoles » call nobody.
DENOMBRES = {
    "fr": "an ans mois jour jours semaine semaines heure heures h min minute minutes euro euros personnes enfants kg km m bis ter "
          "rue avenue boulevard place allee chemin quai route impasse",
    "en": "year years month months day days week weeks hour hours minutes euro euros people children kids street road avenue am pm",
    "ar": "سنة سنه سنوات عام عاما شهر شهرا أشهر يوم يوما أيام أسبوع ساعة ساعات دقيقة يورو شارع أشخاص أطفال",
}

# Words that stand for each other: what is known of a husband who drinks holds for a boyfriend.
PAREILS = {
    "fr": "mari conjoint compagnon copain mec epoux|compagne copine epouse conjointe",
    "en": "husband boyfriend partner spouse|wife girlfriend",
    "ar": "زوجي خطيبي شريكي|زوجتي خطيبتي شريكتي",
}


def mots_vides(langue: Langue) -> str:
    """Those of a language and the French ones, which are typed in any, parted by spaces."""
    return _avec_les_francais(MOTS_VIDES, langue)


def moments(langue: Langue) -> str:
    """The same of the words that say when."""
    return _avec_les_francais(MOMENTS, langue)


def denombres(langue: Langue) -> str:
    """The same of what numbers count."""
    return _avec_les_francais(DENOMBRES, langue)


def pesants(langue: Langue) -> list[str]:
    """The groups of words that weigh in a danger, in a language and in French."""
    return _groupes(PESANTS, langue)


def pareils(langue: Langue) -> list[str]:
    """The groups of words that stand for each other, in a language and in French."""
    return _groupes(PAREILS, langue)


def _groupes(listes: dict[str, str], langue: Langue) -> list[str]:
    codes = dict.fromkeys((langue.locale.language, SOURCE))
    return [groupe for code in codes if code in listes for groupe in listes[code].split("|")]


def _avec_les_francais(listes: dict[str, str], langue: Langue) -> str:
    return " ".join(dict.fromkeys(f"{listes.get(langue.locale.language, '')} {listes[SOURCE]}".split()))
