import { FUNCTION_WORDS } from '../languages/function-words.js';
import { ALWAYS_CONTINUED, BEFORE_NUMBER, OFTEN_CONTINUED, STARTERS, TITLES, wordSet, } from './abbreviations.js';
const NONE = new Set();
export const ENGLISH_SENTENCES = {
    titles: TITLES,
    always: ALWAYS_CONTINUED,
    often: OFTEN_CONTINUED,
    beforeNumber: BEFORE_NUMBER,
    units: NONE,
    pairs: NONE,
    ordinals: false,
    isOpening: (word) => STARTERS.has(word),
};
/**
 * Abbreviations as newspapers of each language have them. English ones would hurt there: "est." ends a French sentence,
 * "no." a Spanish one.
 */
const LISTS = {
    es: {
        always: 'a. sr. sra. sres. srta. d. dña. dr. dra. dres. prof. gral. cnel. cap. tte. lic. ing. arq. mons. sto. sta. fr. ud. uds. av. avda. c. pza. p. ej. aprox. cf. vs.',
        often: 's.a. s.l. ee.uu. ee. uu. a.c. d.c. jr. cía. hnos. dpto. admón.',
        beforeNumber: 'ene. feb. abr. jun. jul. ago. sept. oct. nov. dic. n.º núm. núms. no. nº. art. arts. pág. págs. vol. cap. fig. tel. t.',
    },
    fr: {
        always: 'm. mm. mme. mlle. mmes. dr. pr. me. mgr. st. ste. gén. col. cap. lt. av. bd. cf. env. éd. p. ex. vs.',
        often: 's.a. s.a.r.l. jr. cie. j.-c. hab. dép.',
        beforeNumber: 'janv. févr. avr. juil. sept. oct. nov. déc. n°. no. nos. art. p. pp. vol. chap. fig. tél. t.',
    },
    de: {
        always: 'dr. prof. hr. fr. hrn. dipl. ing. gen. st. bzw. z.b. z. b. d.h. d. h. u.a. ca. evtl. ggf. inkl. insb. sog. vgl. v. n. geb. gest. zzgl. mag. abg. min. v.a. o.ä. i.d.r. bspw.',
        often: 'str. usw. etc. u.s.w. co. jr. jh. jhdt. mio. mrd. tsd. n.chr. v.chr. chr. e.v. hbf. bhf. abk. jan. feb. aug. sept. okt. nov. dez.',
        beforeNumber: 'nr. nrn. str. art. abs. s. bd. kap. abb. tel. §. ziff. anm.',
        ordinals: true,
    },
    it: {
        always: 'sig. sig.ra sigg. dott. dott.ssa prof. prof.ssa avv. ing. arch. on. sen. gen. col. cap. mons. s. ss. v.le p.za p. es. ca. cfr. vs.',
        often: 's.p.a. s.r.l. a.c. d.c. jr.',
        beforeNumber: 'n. nn. art. artt. pag. pagg. vol. cap. fig. tel.',
    },
    pt: {
        always: 'a. sr. sra. srs. sras. d. dr. dra. prof. profa. eng. gen. cel. cap. ten. sto. sta. av. r. p. ex. aprox. cf. vs.',
        often: 's.a. ltda. a.c. d.c. jr. cia.',
        beforeNumber: 'n.º nº. núm. art. arts. pág. págs. vol. cap. fig. tel.',
    },
    nl: {
        always: 'dhr. mevr. mw. dr. drs. ir. ing. mr. prof. gen. st. bijv. b.v. d.w.z. o.a. ca. bv. vgl. t.a.v. m.b.t. i.v.m. zgn. resp. incl. nl.',
        often: 'n.v. jr. sr. v.chr. n.chr.',
        beforeNumber: 'nr. nrs. art. blz. p. dl. hfdst. afb. tel.',
    },
    sv: {
        always: 'dr. prof. gen. t.ex. d.v.s. dvs. bl.a. s.k. ca. kl. jfr. resp. inkl. f.d. st. t. ex. bl. s.',
        often: 'jr. f.kr. e.kr. kr.',
        beforeNumber: 'nr. s. art. kap. fig. tel. kl.',
    },
    no: {
        always: 'dr. prof. gen. f.eks. dvs. bl.a. ca. kl. jf. resp. inkl. st. f. eks. pga. mht. ifm.',
        often: 'jr. f.kr. e.kr.',
        beforeNumber: 'nr. s. art. kap. fig. tlf. kl.',
        ordinals: true,
    },
    ru: {
        always: 'г. гг. г-н. г-жа. им. ул. пр. просп. пер. пл. наб. ш. обл. р. оз. о. с. д. дер. пос. пгт. ст. акад. проф. доц. ген. полк. св. т. е. т.е. т.н. т. н. см. ср. напр. тов. р-н. ок. род. ум. лат. англ. фр. нем. греч. гр.',
        often: 'н.э. э. руб. коп. экз. чел. тыс. млн. млрд. мин. сек.',
        beforeNumber: 'д. кв. корп. стр. с. гл. рис. табл. тел. ст. п. пп. т. ч. вып. ок.',
        units: 'г. гг. в. вв. с. р. мин. сек. т. руб. коп. тыс. млн. млрд. экз. чел.',
        pairs: ['т. д.', 'т. п.', 'н. э.', 'т.д.', 'т.п.', 'н.э.'],
    },
    uk: {
        always: 'м. р. ім. вул. просп. пров. пл. наб. обл. оз. с. смт. ст. акад. проф. доц. ген. полк. св. т. зв. тзв. див. пор. напр. бл. нар. пом. лат. англ. о. гр.',
        often: 'н.е. е. грн. коп. прим. тис. млн. млрд. хв. сек.',
        beforeNumber: 'буд. кв. корп. стор. с. гл. рис. табл. тел. ст. п. т. ч. вип.',
        units: 'р. рр. ст. м. с. хв. сек. т. грн. коп. тис. млн. млрд.',
        pairs: ['т. д.', 'т. п.', 'н. е.', 'т.д.', 'т.п.', 'н.е.'],
    },
    fa: { always: 'ه. ق. ش. م. د. ص. ر.ک. ج. ه‍. ه.ش. ه.ق. ق.م.' },
    ar: {
        always: 'د. أ. م. أ.د. ا.د. ص. ج. ت. ه. هـ. ق. ط. ش. ق.م. ب.',
        units: 'م. ه. هـ. ق.م.',
    },
};
/** Where we know nothing of a language: titles that are written alike in most. */
const WITHOUT_LISTS = made({ always: 'dr. prof. st.' }, '');
const known = new Map();
/** The words of a language (BCP 47 without region): English where `code` is absent, only titles where it has no list. */
export function sentenceWordsOf(code) {
    if (code === undefined || code === 'en')
        return ENGLISH_SENTENCES;
    const lists = LISTS[code];
    if (lists === undefined)
        return WITHOUT_LISTS;
    const words = known.get(code) ?? made(lists, FUNCTION_WORDS[code] ?? '');
    known.set(code, words);
    return words;
}
function made({ ordinals = false, pairs = [], ...lists }, functionWords) {
    const opening = wordSet(functionWords);
    const setOf = (list) => (list === undefined ? NONE : wordSet(list));
    return {
        titles: NONE,
        always: setOf(lists.always),
        often: setOf(lists.often),
        beforeNumber: setOf(lists.beforeNumber),
        units: setOf(lists.units),
        pairs: new Set(pairs),
        ordinals,
        isOpening: (word) => opening.has(word.toLowerCase()),
    };
}
