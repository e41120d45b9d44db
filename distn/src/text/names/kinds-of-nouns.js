/**
 * Nouns by the type of what they stand for: a minister is a person, a province a place, an agency an organisation. Inside
 * a name ("Ministry of Defence") and beside it ("the agency", "a town in") they tell its type. Nouns of the news; of
 * several senses the one that names have. Singular, folded.
 */
const NOUNS = {
    person: `
    president vicepresident premier minister chancellor secretary undersecretary ambassador envoy diplomat official
    leader chief head commander general colonel captain lieutenant major sergeant admiral brigadier corporal marshal
    officer soldier fighter militant rebel gunman terrorist jihadist extremist insurgent warfighter spokesman spokeswoman spokesperson
    spokeswomen spokesmen director manager chairman chairwoman chair ceo founder cofounder owner executive adviser
    advisor deputy aide
    senator congressman congresswoman representative lawmaker mp governor mayor judge justice lawyer attorney
    prosecutor king queen prince princess emperor empress sultan emir sheikh sheik ayatollah imam cleric bishop
    archbishop pope priest rabbi pastor cardinal reverend
    journalist reporter correspondent editor writer author poet novelist historian professor teacher lecturer scientist
    researcher analyst expert economist physicist chemist biologist mathematician engineer architect inventor doctor
    physician surgeon nurse psychologist philosopher scholar
    activist campaigner dissident politician candidate nominee designate actor actress singer musician composer pianist
    guitarist artist painter sculptor photographer filmmaker producer player footballer striker goalkeeper defender
    midfielder quarterback linebacker coach trainer athlete swimmer cyclist runner driver pilot astronaut explorer
    man woman boy girl child son daughter brother sister father mother husband wife uncle cousin nephew widow
    person victim hostage prisoner suspect witness resident civilian refugee citizen businessman businesswoman
    banker investor merchant farmer worker student pupil hero successor predecessor member partner ally
    supporter opponent enemy perpetrator`,
    place: `
    town city village province governorate district region suburb neighborhood neighbourhood capital island islands
    river lake sea ocean gulf bay strait canal mountain mount mountains hill hills valley desert plateau plain forest
    coast peninsula cape area zone territory country county state republic kingdom emirate canton municipality parish
    borough continent border frontier countryside outskirts road street avenue highway route boulevard square bridge
    tunnel dam airport airfield airbase airstrip port harbour harbor crossing checkpoint camp base barracks hospital
    prison building tower castle palace fortress citadel church cathedral mosque temple monastery shrine synagogue
    stadium park garden cemetery market marketplace station refinery oilfield gasfield field site location place position
    compound facility structure room gate hall library home strip reservoir headquarters hotel restaurant museum theatre
    theater school land ground north south east west northeast
    northwest southeast southwest homeland hometown birthplace quarter heights crater beach reef falls springs creek`,
    organisation: `
    ministry department agency bureau office administration directorate authority commission committee council
    parliament congress senate assembly cabinet government regime court tribunal police army navy force forces troops military
    militia brigade battalion division regiment corps squadron wing fleet command unit guard guards legion group
    grouping network movement party coalition alliance front faction opposition union league federation confederation
    association organisation organization society foundation fund institute institution institutes academy university
    college faculty company corporation corp firm bank airline manufacturer maker retailer inc ltd llc plc studios studio newspaper
    daily magazine journal tabloid weekly broadcaster channel television tv radio news press media website team club
    band choir orchestra squad community population people public insurgency caliphate
    charity ngo watchdog observatory monitor embassy consulate mission delegation taskforce service services systems industries
    airlines airways holdings partners bros times post gazette herald tribune
    contingent crew cell gang cartel tribe clan family staff leadership workforce businesses
    nations`,
    other: `
    war battle offensive operation campaign agreement accord treaty pact deal resolution constitution act law bill
    amendment charter declaration convention conference summit meeting talks forum election elections referendum
    revolution uprising crisis conflict massacre attack bombing day night week month year century anniversary
    prize award medal cup championship championships games olympics tournament festival festivals bowl series
    language religion book novel film movie album song play poem opera symphony report programme program project plan
    theory theorem principle disease virus syndrome missile rifle tank aircraft jet helicopter warship
    frigate carrier satellite spacecraft shuttle rocket bomb weapon
    dollar euro pound degree era age period empire dynasty style`,
};
const KIND_OF = new Map(Object.keys(NOUNS).flatMap((type) => NOUNS[type]
    .trim()
    .split(/\s+/)
    .map((noun) => [noun, type])));
/** The type of what a folded noun stands for, singular or plural; `undefined` for an unknown noun. */
export function kindOfNoun(folded) {
    const known = KIND_OF.get(folded);
    if (known || !folded.endsWith('s'))
        return known;
    return (KIND_OF.get(folded.slice(0, -1)) ??
        (folded.endsWith('ies') ? KIND_OF.get(`${folded.slice(0, -3)}y`) : undefined));
}
/** Whether a noun that `kindOfNoun` knows is in the plural. */
export function isPlural(folded) {
    return folded.endsWith('men') || folded === 'people' || (folded.endsWith('s') && !KIND_OF.has(folded));
}
/** Nouns that open names, mostly of Arabic and the Romance languages: Mount Sinjar, Tell Abyad, Jaish al-Islam. */
const OPENERS = new Map(Object.entries({
    place: `mount mt lake lakes cape fort camp port gulf isle bay san santa sao los las rio puerto tal tell tall tel ayn ain ein deir
      dayr wadi jabal jebel kafr kfar beit bayt rif nahr bir khirbet maarat maaret bab`,
    organisation: `jabhat jaish jaysh jund ahrar hayat harakat liwa faylaq ansar hizb hezb katibat saraya quwat partido parti banco
      universidad universite`,
}).flatMap(([type, nouns]) => nouns.split(/\s+/).map((noun) => [noun, type])));
/** The type of a name of several words by its first word, folded; `undefined` where that says nothing. */
export function kindByOpener(folded) {
    return OPENERS.get(folded);
}
/** Peoples, faiths and languages that the gazetteer lacks: names of what one is, not of a person, place or body. */
const ADJECTIVES = new Set(`british english irish spanish polish danish swedish finnish turkish turk turks kurdish kurd kurds arab arabs arabic jewish jew
  jews christian christians muslim muslims moslem islam islamic islamist islamists sunni sunnis shia shiite shiites alawite
  alawites druze yazidi yazidis catholic catholics protestant protestants orthodox buddhist buddhists hindu hindus hebrew
  latin russian persian farsi western eastern northern southern central soviet asian african european american
  communist republican republicans democrat democrats democratic nazi nazis victorian roman norman normans
  christianity judaism buddhism hinduism catholicism salafist wahhabi baathist zionist`.split(/\s+/));
/** Whether a folded word names a people, a faith or a language. */
export function isAdjective(folded) {
    return ADJECTIVES.has(folded);
}
