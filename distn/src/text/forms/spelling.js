/**
 * A folded English word in American spelling. Rules and lists: "American and British English spelling differences"
 * (Wikipedia). That the rules also rewrite other words (contour -> contor) does no harm, since texts and questions go through
 * the same.
 */
export function americanOf(folded) {
    const american = WORDS.get(folded);
    if (american !== undefined)
        return american;
    for (const [mark, form, spelling] of RULES) {
        if (folded.includes(mark) && form.test(folded) && !ALWAYS_ISE.test(folded))
            return folded.replace(form, spelling);
    }
    return folded;
}
/** What must be in a word for a rule to be tried, the British form, and the American spelling of it. */
const RULES = [
    // colour, favourite, neighbourhood; not hour, four, tour.
    ['our', /(?<=[a-z]{2}[b-df-hj-np-tv-z])our(?=$|s$|e[dr]|i(?:ng|te|z)|a(?:bl|l)|ful|hood|less|ly?$)/, 'or'],
    // theatre, kilometres, centred.
    ['re', /(?<=[a-z]{2}[bt])re(?=$|s$)/, 'er'],
    ['red', /(?<=[a-z]{2}[bt])red$/, 'ered'],
    ['is', /(?<=[a-z]{2}[b-df-hj-np-tvxz])is(?=e(?:$|d$|s$|rs?$)|ing$|ation)/, 'iz'],
    ['lys', /(?<=[a-z]{2})lys(?=e(?:$|d$|rs?$)|ing$)/, 'lyz'],
    ['ence', /^(def|off|lic|pret)ence/, '$1ense'],
    ['logue', /(?<=[a-z]{2}l)ogue(?=$|s$)/, 'og'],
    ['ae', /^(an|leuk|h|p|orthop|encyclop|gyn|medi)ae(?=[a-z]{3})/, '$1e'],
    ['oe', /^(f(?=oetu)|diarrh)oe|^oe(?=(?:so|st|de))/, '$1e'],
];
/** Words with -ise on both sides of the sea (Oxford's list): a rule would part them from "precisely", "advisory". */
const ALWAYS_ISE = /^(?:advert|adv|chast|circumc|compr|comprom|conc|dem|desp|dev|disgu|enterpr|exc|exerc|expert|franch|improv|inc|merchand|parad|prec|prem|prom|rev|superv|surpr|telev|treat)is/;
/** British, then American: what no rule covers. */
const WORDS = new Map(`aeroplane airplane|ageing aging|aluminium aluminum|artefact artifact|cosy cozy|doughnut donut|draught draft|enrol enroll|
  enquiry inquiry|fulfil fulfill|gaol jail|grey gray|instalment installment|jewellery jewelry|judgement judgment|kerb curb|
  manoeuvre maneuver|manoeuvres maneuvers|mould mold|moustache mustache|mum mom|odour odor|plough plow|practise practice|
  programme program|programmes programs|pyjamas pajamas|sceptic skeptic|skilful skillful|smoulder smolder|
  speciality specialty|sulphur sulfur|towards toward|tyre tire|tyres tires|whilst while|amongst among|wilful willful|
  yoghurt yogurt`
    .split('|')
    .map((pair) => pair.trim().split(' ')));
