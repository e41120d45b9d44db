/**
 * Function words of languages other than English, by language code, unfolded: closed classes, as in `STOP_WORDS`, and
 * question words. Words that tell sentences apart (after, before, under, not, more) are not among them, nor is
 * Arabic "على", which folds to the name Ali.
 */
export const FUNCTION_WORDS = {
    es: `el la los las lo un una unos unas de del al a en y e o u que se su sus le les me te nos mi tu es son era eran fue
    fueron ser está están estaba estaban ha han había habían hay con por para como este esta estos estas ese esa esos
    esas esto eso qué quién quiénes cuál cuáles dónde adónde cuándo cómo cuánto cuánta cuántos cuántas si ya pero más`,
    fr: `le la les l un une des de du d à au aux en et ou où que qu qui se s son sa ses leur leurs ce c cet cette ces il ils
    elle elles on je tu nous vous y est sont était étaient fut furent être a ont avait avaient été par pour avec dans sur
    ne pas quel quelle quels quelles quoi quand comment pourquoi combien si mais comme plus n j m t`,
    de: `der die das den dem des ein eine einen einem einer eines und oder in im an am auf zu zum zur von vom mit bei beim
    für aus es er sie ich wir ihr ihm ihn ihre ihren ihrer sein seine seinen seiner sich ist sind war waren wurde wurden
    wird werden hat haben hatte hatten als auch dass daß so wie wer wen wem wessen was wo wohin woher wann warum weshalb
    welche welcher welches welchen welchem wieviel dieser diese dieses diesen diesem`,
    it: `il lo la l i gli le un uno una di del dello della dei degli delle dell a al allo alla ai agli alle all da dal dallo
    dalla dai dagli dalle dall in nel nello nella nei negli nelle nell su sul sullo sulla sui sugli sulle sull con per tra
    fra e ed o che chi cui si suo sua suoi sue è sono era erano fu furono essere ha hanno aveva avevano stato stata quale
    quali dove quando come perché quanto quanta quanti quante questo questa questi queste anche non ma`,
    pt: `o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às por pelo pela pelos pelas para com e ou que
    se seu sua seus suas é são era eram foi foram ser está estão estava ha há tem têm tinha tinham este esta estes estas
    esse essa esses essas isto isso quem qual quais onde quando como porque quanto quanta quantos quantas mais mas não`,
    nl: `de het een en of in op aan te ten ter van voor met bij door uit om naar tot die dat deze dit is zijn was waren werd
    werden wordt worden heeft hebben had hadden er hij zij ze wij we ik je jij u hem haar hun ook als dan maar niet wie
    wat waar wanneer waarom hoe hoeveel welke welk`,
    sv: `en ett den det de och eller i på av till för från med om som att vid är var varit blev blir har hade han hon vi jag
    du ni sig sin sitt sina hans hennes deras dess denna detta dessa inte men också vem vilka vilken vilket vad när
    varför hur`,
    no: `en et ei den det de og eller i på av til for fra med om som at ved er var vært ble blir har hadde han hun vi jeg du
    dere seg sin sitt sine hans hennes deres dens denne dette disse ikke men også hvem hva hvor når hvorfor hvordan
    hvilken hvilket hvilke`,
    ru: `и в во на с со к ко о об обо у из за от до по для при а но или же ли бы не что чтобы как так это этот эта эти этого
    этой этом он она оно они его её их ему ей им я мы вы ты был была было были быть есть который которая которое которые
    которого которой которых кто кого кому кем ком чего чему чем где куда откуда когда почему зачем сколько какой какая
    какое какие также`,
    uk: `і й та в у на з із зі до від о об по для при за а але або чи ж би не що щоб як так це цей ця ці цього цієї він вона
    воно вони його її їх йому їй їм я ми ви ти був була було були бути є який яка яке які якого якої яких хто кого кому ким
    чого чому чим де куди звідки коли навіщо скільки також`,
    fa: `و در به از که را با این آن است بود شد شده می هم تا برای یک بر هر یا اما نیز خود او آنها ما شما من ایشان بودند
    هستند شدند کرد کرده چه چی کی کجا کجاست چرا چگونه چند کدام چیست کیست آیا`,
    ar: `و في من إلى عن مع هذا هذه ذلك تلك التي الذي الذين أن إن كان كانت هو هي هم ما لا لم لن قد كما أو ثم أي كل بين أين
    متى لماذا كيف كم ماذا هل وهو وهي وفي ومن`,
    tr: `ve veya ile bir bu şu o da de ki mi mı mu mü için gibi kadar ama fakat ise çok her ben sen biz siz onlar onun ne neden
    niçin niye kim kimin kimi nerede nereye nereden nerde hangi kaç nasıl değil var yok idi olan olarak`,
};
/** Words that only ask where a question has them, by language code, unfolded: to lie, to be called, to happen, to tell. */
export const ASKING_WORDS = {
    es: 'encuentra queda ubicada ubicado situada situado pasó ocurrió sucedió dime cuéntame',
    fr: 'trouve situe situé située passé passe arrivé dis raconte décris',
    de: 'liegt lag liegen befindet gelegen viel viele passiert geschah bitte sag erzähl erzähle beschreibe',
    it: 'trova situata situato successo accaduto dimmi',
    pt: 'fica localiza localizada localizado encontra aconteceu diga conte',
    nl: 'ligt lag bevindt gelegen veel gebeurde gebeurd vertel',
    sv: 'ligger finns många mycket hände berätta',
    no: 'ligger finnes mange mye skjedde fortell',
    ru: 'находится находятся расположен расположена расположено такой такая такое такие произошло случилось расскажи',
    uk: 'знаходиться розташований розташована розташоване такий така таке такі сталося відбулося розкажи',
    fa: 'واقع قرار دارد',
    ar: 'يقع تقع حدث جرى',
    tr: 'bulunuyor bulunur oldu olmuş kişi anlat',
};
/** Question words that open a question, by language code and kind of question, unfolded. */
export const QUESTION_WORDS = {
    es: {
        who: 'quién quiénes',
        what: 'qué cuál cuáles',
        where: 'dónde adónde',
        when: 'cuándo',
        why: 'porqué',
        'how-many': 'cuántos cuántas',
    },
    fr: {
        who: 'qui',
        what: 'quoi quel quelle quels quelles',
        where: 'où',
        when: 'quand',
        why: 'pourquoi',
        'how-many': 'combien',
    },
    de: {
        who: 'wer wen wem wessen',
        what: 'was welche welcher welches',
        where: 'wo wohin woher',
        when: 'wann',
        why: 'warum weshalb',
        'how-many': 'wieviel wieviele',
    },
    it: {
        who: 'chi',
        what: 'quale quali',
        where: 'dove',
        when: 'quando',
        why: 'perché',
        'how-many': 'quanti quante',
    },
    pt: { who: 'quem', what: 'qual quais', where: 'onde', when: 'quando', 'how-many': 'quantos quantas' },
    nl: {
        who: 'wie',
        what: 'wat welke welk',
        where: 'waar',
        when: 'wanneer',
        why: 'waarom',
        'how-many': 'hoeveel',
    },
    sv: { who: 'vem', what: 'vad vilken vilket vilka', where: 'var', when: 'när', why: 'varför' },
    no: { who: 'hvem', what: 'hva hvilken hvilket hvilke', where: 'hvor', when: 'når', why: 'hvorfor' },
    ru: {
        who: 'кто кого кому кем',
        what: 'что какой какая какое какие',
        where: 'где куда откуда',
        when: 'когда',
        why: 'почему зачем',
        'how-many': 'сколько',
    },
    uk: {
        who: 'хто кого кому ким',
        what: 'що який яка яке які',
        where: 'де куди звідки',
        when: 'коли',
        why: 'чому навіщо',
        'how-many': 'скільки',
    },
    fa: { who: 'کیست', what: 'چه چیست کدام', where: 'کجا کجاست', why: 'چرا', 'how-many': 'چند' },
    tr: {
        who: 'kim kimdir',
        what: 'ne nedir hangi',
        where: 'nerede nereye nereden nerde neresi',
        why: 'neden niçin niye',
        'how-many': 'kaç',
    },
    ar: { who: 'من', what: 'ما ماذا', where: 'أين', when: 'متى', why: 'لماذا', 'how-many': 'كم' },
};
